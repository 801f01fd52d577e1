//! Reads files of deals and says what is in them: carries out [`Order`]s, one step at a
//! time, so that a page without workers can do other things between two steps.
//!
//! Knows no browser: where text comes from and how numbers are written is passed in.

mod all_figures;
mod calibration;
mod figures;
mod file;
mod open_deals;
mod remarks;
mod sheet;
mod taken;
#[cfg(test)]
mod tests;
mod writer;

use plumbline_deals::{
    ChancesJudged, KeptDeals,
    import::{Encoding, Import, Options, Refused, Surveyor, Taking},
};
use plumbline_plan::Plan;
use plumbline_wording::{locale::Locale, texts::deals_import as words};

use self::{file::File, taken::Taken, writer::Writer};
use super::protocol::{Book, Change, Order, ReadAs, Reader, Report, Table};

/// How many bytes of a file are read in one step.
const PIECE: u32 = 128 * 1024;

/// A file larger than this is refused: 200 MB.
pub(super) const LARGEST_FILE_BYTES: u32 = 200 * 1024 * 1024;

/// Where the text of a file comes from.
pub(super) trait Source {
    /// How many bytes it has.
    fn len(&self) -> u32;
    /// The first bytes, up to so many.
    fn first(&self, most: u32) -> Vec<u8>;
    /// Begins anew, in an encoding.
    fn begin(&mut self, encoding: Encoding);
    /// The text of the next so many bytes; nothing at the end.
    fn next(&mut self, length: u32) -> Option<String>;
    /// How much has been read, 0 to 1.
    fn share(&self) -> f64;
}

/// Where reports go, each with the bytes beside it.
pub(super) type Tell<'a> = &'a mut dyn FnMut(Report, Vec<u8>);

/// Reads deals.
pub(super) struct DealsWorker {
    locale_of: fn(&str) -> Locale,
    writer: Option<Writer>,
    file: Option<File>,
    work: Option<Work>,
    taken: Option<Taken>,
    /// For which motion of the plan, in its file, calibrating was asked for last.
    plan: Option<(Vec<u8>, Option<String>)>,
}

/// What is under way.
enum Work {
    Survey(Box<Surveyor>),
    Take(Box<Taking>),
    Learn(Box<Import>),
}

impl DealsWorker {
    /// A worker without a file. `locale_of` gives the locale of a language tag.
    pub(super) fn new(locale_of: fn(&str) -> Locale) -> Self {
        Self {
            locale_of,
            writer: None,
            file: None,
            work: None,
            taken: None,
            plan: None,
        }
    }

    /// Takes an order; what takes long is left for [`DealsWorker::step`].
    pub(super) fn order(&mut self, order: Order, source: Option<Box<dyn Source>>, tell: Tell<'_>) {
        match order {
            Order::Read {
                name,
                remembered,
                reader,
                book,
            } => {
                self.reads_for(reader);
                if let Some(source) = source {
                    self.read(name, source, &remembered, book, tell);
                }
            }
            Order::ReadAs(said) => self.read_as(said),
            Order::Change(change) => self.change(&change, tell),
            Order::Take => self.take(),
            Order::Recall { reader } => {
                self.reads_for(reader);
                if let Some(source) = source {
                    self.recall(source, tell);
                }
            }
            Order::Width(width) => {
                if let Some(writer) = &mut self.writer {
                    writer.width = width;
                }
                self.say_found(Vec::new(), tell);
            }
            Order::Calibrate { motion } => {
                let plan = source.map(|source| source.first(u32::MAX));
                self.plan = plan.map(|plan| (plan, motion));
                self.calibrate(tell);
            }
            Order::LeaveNamesOut => {
                if let Some(taken) = &mut self.taken {
                    taken.leave_names_out();
                }
                self.show(tell);
            }
            Order::EarlierClosesMissing(missing) => {
                if let Some(taken) = &mut self.taken {
                    taken.earlier_closes_are_missing(missing);
                }
                self.show(tell);
            }
            Order::Write(table) => self.write(table, tell),
        }
    }

    /// Does a little of what is under way; says whether there is more.
    pub(super) fn step(&mut self, tell: Tell<'_>) -> bool {
        match self.work.take() {
            Some(Work::Survey(surveyor)) => self.survey(surveyor, tell),
            Some(Work::Take(taking)) => self.go_on_taking(taking, tell),
            Some(Work::Learn(import)) => self.learn(*import, tell),
            None => {}
        }
        self.work.is_some()
    }

    fn reads_for(&mut self, reader: Reader) {
        let locale = (self.locale_of)(&reader.language);
        self.writer = Some(Writer::new(locale, reader));
    }

    fn read(
        &mut self,
        name: String,
        source: Box<dyn Source>,
        remembered: &[serde_json::Value],
        book: Option<Book>,
        tell: Tell<'_>,
    ) {
        (self.file, self.work) = (None, None);
        match File::new(name, source, remembered, book) {
            Ok(file) => self.file = Some(file),
            Err(why) => return tell(Report::Refused(why), Vec::new()),
        }
        self.begin_survey();
    }

    fn read_as(&mut self, said: ReadAs) {
        if let Some(file) = &mut self.file {
            file.encoding = said.encoding.unwrap_or(file.encoding);
            file.said = said;
            file.sheet = None;
            self.begin_survey();
        }
    }

    fn begin_survey(&mut self) {
        if let Some(file) = &mut self.file {
            file.source.begin(file.encoding);
            let surveyor = Surveyor::new(file.said.delimiter, file.said.header);
            self.work = Some(Work::Survey(Box::new(surveyor)));
        }
    }

    fn survey(&mut self, mut surveyor: Box<Surveyor>, tell: Tell<'_>) {
        let Some(file) = &mut self.file else { return };
        if let Some(text) = file.source.next(PIECE) {
            if let Err(refused) = surveyor.push(&text) {
                return self.refuse(&refused, tell);
            }
            tell(
                Report::Progress(file.source.share(), surveyor.rows()),
                Vec::new(),
            );
            self.work = Some(Work::Survey(surveyor));
            return;
        }
        match surveyor.finish() {
            // The first letters were UTF-8 and later ones are not: it is the older kind.
            Ok(survey) if survey.odd_letters > 0 && file.guesses_utf8() => {
                file.encoding = Encoding::Windows1252;
                self.begin_survey();
            }
            Ok(survey) => {
                let mapping = file.mapping(&survey);
                file.sheet = Some((survey, mapping.0, mapping.1));
                self.show_sheet(tell);
            }
            Err(refused) => self.refuse(&refused, tell),
        }
    }

    fn refuse(&mut self, refused: &Refused, tell: Tell<'_>) {
        self.work = None;
        tell(Report::Refused(words::refused(refused)), Vec::new());
    }

    fn show_sheet(&self, tell: Tell<'_>) {
        if let (Some(file), Some(writer)) = (&self.file, &self.writer)
            && let Some(sheet) = sheet::of(file, writer)
        {
            tell(Report::Sheet(Box::new(sheet)), Vec::new());
        }
    }

    fn change(&mut self, change: &Change, tell: Tell<'_>) {
        let writer = self.writer.as_ref();
        let currency = writer.map_or_else(String::new, |writer| writer.reader.currency.clone());
        let sheet = self.file.as_mut().and_then(|file| file.sheet.as_mut());
        if let Some((survey, mapping, _)) = sheet {
            match change {
                Change::Column(column, field) => mapping.set_column(survey, *column, *field),
                Change::DateOrder(order) => mapping.set_date_order(*order),
                Change::Decimal(decimal) => mapping.set_decimal(*decimal),
                Change::Meaning(name, meaning) => mapping.set_meaning(name, *meaning),
                Change::PlanStage(name, stage) => mapping.set_plan_stage(name, stage.clone()),
                Change::Currency(code, rate) => mapping.set_currency(*code, *rate),
                Change::LeaveOutUndecided => mapping.leave_out_undecided(&currency),
            }
        }
        self.show_sheet(tell);
    }

    fn take(&mut self) {
        let (Some(file), Some(writer)) = (&mut self.file, &self.writer) else {
            return;
        };
        let Some((_, mapping, _)) = &file.sheet else {
            return;
        };
        let options = Options {
            today: writer.reader.today,
            as_of: None,
        };
        file.source.begin(file.encoding);
        self.work = Some(Work::Take(Box::new(Taking::new(mapping, options))));
    }

    fn go_on_taking(&mut self, mut taking: Box<Taking>, tell: Tell<'_>) {
        let Some(file) = &mut self.file else { return };
        if let Some(text) = file.source.next(PIECE) {
            if let Err(refused) = taking.push(&text) {
                return self.refuse(&refused, tell);
            }
            let progress = Report::Progress(file.source.share(), taking.deals() as u32);
            tell(progress, Vec::new());
            self.work = Some(Work::Take(taking));
            return;
        }
        match taking.finish() {
            Ok(import) => self.work = Some(Work::Learn(Box::new(import))),
            Err(refused) => self.refuse(&refused, tell),
        }
    }

    fn learn(&mut self, import: Import, tell: Tell<'_>) {
        let mapping = self.file.as_ref().and_then(|file| file.sheet.as_ref());
        let stages = mapping.map_or_else(Vec::new, |(_, mapping, _)| {
            taken::linked_stages(mapping, &import.history)
        });
        let earlier = self.taken.as_ref().map(|taken| &taken.kept);
        let judged = earlier.and_then(|earlier| {
            // The same export once more tells nothing new.
            let is_same = earlier.history.as_of == import.history.as_of;
            ChancesJudged::of(&earlier.history, &import.history)
                .or(earlier.chances_judged.filter(|_| is_same))
        });
        let mut kept = KeptDeals::new(import.history, stages);
        kept.chances_judged = judged;
        self.taken = Some(Taken::new(kept, Some(import.report)));
        self.show(tell);
    }

    fn recall(&mut self, mut source: Box<dyn Source>, tell: Tell<'_>) {
        self.work = None;
        source.begin(Encoding::Utf8);
        let text = source.next(u32::MAX).unwrap_or_default();
        match KeptDeals::read(&text) {
            Ok(kept) => {
                self.taken = Some(Taken::new(kept, None));
                self.say_found(Vec::new(), tell);
            }
            Err(fault) => tell(Report::Refused(words::kept_fault(&fault)), Vec::new()),
        }
    }

    /// Says what the deals taken come to, with the deals as they are to be kept.
    fn show(&self, tell: Tell<'_>) {
        let kept = self.taken.as_ref().map(|taken| taken.kept.to_text());
        self.say_found(kept.unwrap_or_default().into_bytes(), tell);
    }

    fn say_found(&self, kept: Vec<u8>, tell: Tell<'_>) {
        if let (Some(taken), Some(writer)) = (&self.taken, &self.writer) {
            tell(Report::Found(Box::new(taken.found(writer))), kept);
        }
    }

    fn calibrate(&mut self, tell: Tell<'_>) {
        let Some((plan, motion)) = &self.plan else {
            return;
        };
        let (Some(plan), motion) = (calibration::plan(plan), motion.clone()) else {
            return;
        };
        self.hold_against(&plan, motion.as_deref(), tell);
        let (Some(taken), Some(writer)) = (&self.taken, &self.writer) else {
            return;
        };
        let calibrated = calibration::of(taken, &plan, motion.as_deref(), writer);
        if let Some(calibrated) = calibrated {
            tell(Report::Calibrated(Box::new(calibrated)), Vec::new());
        }
    }

    /// Has the open deals held against the plan's cut-offs, and says so where they are others
    /// than before.
    fn hold_against(&mut self, plan: &Plan, motion: Option<&str>, tell: Tell<'_>) {
        let Some(taken) = &mut self.taken else { return };
        let motion = calibration::motion(taken, plan, motion);
        let cut_offs = motion.map(|motion| calibration::cut_offs_of(taken, plan, motion));
        let cut_offs = cut_offs.unwrap_or_default();
        if cut_offs != taken.cut_offs {
            taken.learnt.hold_against(&taken.kept.history, &cut_offs);
            taken.cut_offs = cut_offs;
            self.say_found(Vec::new(), tell);
        }
    }

    fn write(&self, table: Table, tell: Tell<'_>) {
        let Some(taken) = &self.taken else { return };
        let text = match table {
            Table::AllDeals => Some(taken.kept.history.to_csv()),
            Table::AllFigures => Some(all_figures::table(taken)),
            Table::OpenDeals => Some(open_deals::table(taken)),
            Table::Rows => {
                let report = taken.report.as_ref();
                report.map(|report| report.to_csv(&words::heads(), &words::remark))
            }
        };
        if let Some(text) = text {
            tell(Report::Table(table), text.into_bytes());
        }
    }
}
