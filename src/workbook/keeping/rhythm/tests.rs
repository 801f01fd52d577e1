//! What is promised of the times at which a plan is saved, and of what is said
//! meanwhile: the rhythm, the slots and a faulty storage together, with a
//! clock of the test's own.

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

use super::{
    Commands, Event, FIRST_SAVE_AFTER_MILLISECONDS, RETRY_AT_MOST_MILLISECONDS, Rhythm,
    SAVE_WITHIN_MILLISECONDS,
};
use crate::{
    browser::{
        fake_storage::{FakeStorage, Fault, run},
        storage::StorageError,
    },
    workbook::keeping::{
        desk::Kept,
        state::{NotSavedBecause, SaveState},
        versions::{Draft, Loaded, load},
    },
};

fn noon() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T12:00:00+01:00").unwrap()
}

/// A page that carries out the commands. Edits are numbered from 1.
struct Page {
    now: u32,
    edit: u32,
    rhythm: Rhythm,
    kept: Kept,
    storage: FakeStorage,
    timer: Option<u32>,
    /// When each running save ends, its number, and the edit it carries.
    saves: Vec<(u32, u64, u32)>,
    save_takes: u32,
    held: bool,
}

impl Page {
    fn new(save_takes: u32) -> Self {
        Self {
            now: 0,
            edit: 0,
            rhythm: Rhythm::fresh(),
            kept: Kept::new_plan("plan"),
            storage: FakeStorage::default(),
            timer: None,
            saves: Vec::new(),
            save_takes,
            held: false,
        }
    }

    fn send(&mut self, event: Event) {
        let hides = event == Event::PageHidden;
        self.held = match event {
            Event::Held => true,
            Event::Released => false,
            _ => self.held,
        };
        let commands = self.rhythm.on(event);
        if let Some(wait) = commands.set_timer {
            self.timer = Some(self.now + wait);
        }
        if let Some(number) = commands.save {
            assert!(hides || self.saves.is_empty(), "one save runs at a time");
            self.saves
                .push((self.now + self.save_takes, number, self.edit));
        }
        self.check_what_is_said();
    }

    fn edit(&mut self) {
        self.edit += 1;
        self.send(Event::Edited);
    }

    fn wait(&mut self, milliseconds: u32) {
        let end = self.now + milliseconds;
        while let Some(next) = self.next_event().filter(|next| *next <= end) {
            self.now = next;
            self.run_due();
        }
        self.now = end;
    }

    fn next_event(&self) -> Option<u32> {
        let save = self.saves.first().map(|(ends, ..)| *ends);
        [save, self.timer].into_iter().flatten().min()
    }

    fn run_due(&mut self) {
        if self
            .saves
            .first()
            .is_some_and(|(ends, ..)| *ends <= self.now)
        {
            let (_, number, edit) = self.saves.remove(0);
            let draft = Draft {
                schema: 1,
                title: String::new(),
                name: None,
                document: edit.to_string().into_bytes(),
            };
            let saved = run(self.kept.save(&self.storage, &draft, noon()));
            self.send(Event::SaveEnded(
                number,
                saved.map(|header| header.saved_at),
            ));
        } else if self.timer.take_if(|ends| *ends <= self.now).is_some() {
            self.send(Event::TimerEnded);
        }
    }

    /// The edit that a new page would open.
    fn on_disk(&self) -> u32 {
        match run(load(&self.storage.tab(0), "plan")) {
            Ok(Loaded::Plan { record, .. }) => {
                String::from_utf8(record.document).unwrap().parse().unwrap()
            }
            _ => 0,
        }
    }

    fn check_what_is_said(&self) {
        match self.rhythm.state() {
            SaveState::Saved { .. } => assert_eq!(self.on_disk(), self.edit),
            SaveState::Saving => assert!(
                self.edit == 0 || self.held || !self.saves.is_empty() || self.timer.is_some(),
                "something will save"
            ),
            SaveState::NotSaved { .. } => assert!(!self.saves.is_empty() || self.timer.is_some()),
            SaveState::MemoryOnly { .. } => panic!("not in these tests"),
        }
    }
}

/// Case 1: what was typed 300 ms ago is on the disk, however fast one types.
#[test]
fn an_edit_is_saved_within_300_milliseconds_of_typing() {
    let mut page = Page::new(0);
    for _ in 0..100 {
        page.edit();
        page.wait(40);
        let recent = SAVE_WITHIN_MILLISECONDS / 40 + 1;
        assert!(page.on_disk() + recent >= page.edit);
    }
    page.wait(SAVE_WITHIN_MILLISECONDS);
    assert_eq!(page.on_disk(), 100);
    assert_eq!(*page.rhythm.state(), SaveState::Saved { at: noon() });
}

/// After a pause an edit is saved as soon as it is drawn.
#[test]
fn a_single_edit_is_saved_almost_at_once() {
    let mut page = Page::new(0);
    for edit in 1..=3 {
        page.edit();
        page.wait(FIRST_SAVE_AFTER_MILLISECONDS);
        assert_eq!(page.on_disk(), edit);
        page.wait(SAVE_WITHIN_MILLISECONDS);
    }
}

/// Fast typing is not saved letter by letter.
#[test]
fn saves_keep_their_distance() {
    let mut page = Page::new(0);
    for _ in 0..100 {
        page.edit();
        page.wait(30);
    }
    page.wait(SAVE_WITHIN_MILLISECONDS);
    // Each a write, a read-back and a look at who else saves; the first is remembered too.
    let saves = (page.storage.calls() - 3) / 3;
    assert!(
        saves <= 3_000 / SAVE_WITHIN_MILLISECONDS as usize + 2,
        "{saves}"
    );
}

/// Case 10: hiding the page does not wait for the timer.
#[test]
fn a_hidden_page_is_saved_at_once() {
    let mut page = Page::new(0);
    page.edit();
    page.send(Event::PageHidden);
    page.wait(0);
    assert_eq!(page.on_disk(), 1);
}

/// Case 13: however many edits come during a slow save, one save follows it.
#[test]
fn slow_saves_do_not_queue_up() {
    let mut page = Page::new(2_000);
    for _ in 0..100 {
        page.edit();
        page.wait(25);
    }
    page.send(Event::PageHidden);
    page.wait(4_000);
    assert_eq!(page.on_disk(), 100);
    // Two saves while typing and one for the page about to go: each a write, a read-back
    // and a look at who else saves, and the first as much again to remember the plan.
    assert_eq!(page.storage.calls(), 12);
}

/// Cases 1 and 10: a page about to go does not wait for the save that runs, and what is
/// said is true whichever of the two fails.
#[test]
fn a_hidden_page_does_not_wait_for_a_running_save() {
    for failing in 0..3 {
        let mut page = Page::new(2_000);
        page.edit();
        page.wait(FIRST_SAVE_AFTER_MILLISECONDS);
        page.edit();
        page.send(Event::PageHidden);
        assert_eq!(page.saves.len(), 2, "the last edit is on its way");
        page.send(Event::PageHidden);
        assert_eq!(page.saves.len(), 2, "once");
        page.storage.fault_at(failing, Fault::Fail);
        page.wait(4_000 + RETRY_AT_MOST_MILLISECONDS);
        assert_eq!(page.on_disk(), 2, "call {failing} fails");
        assert_eq!(*page.rhythm.state(), SaveState::Saved { at: noon() });
    }
}

/// Case 14: while it is not known whose the plan is nothing is saved but for a page about
/// to go, and all of it afterwards.
#[test]
fn a_held_plan_is_saved_when_it_is_released() {
    let mut page = Page::new(0);
    page.send(Event::Held);
    page.edit();
    page.wait(10 * SAVE_WITHIN_MILLISECONDS);
    assert_eq!(page.storage.calls(), 0);
    page.send(Event::Released);
    page.wait(0);
    assert_eq!(page.on_disk(), 1);
    page.send(Event::Held);
    page.edit();
    page.send(Event::PageHidden);
    page.wait(0);
    assert_eq!(page.on_disk(), 2);
}

/// Hiding a page without changes writes nothing.
#[test]
fn nothing_is_saved_that_has_not_changed() {
    let mut page = Page::new(0);
    page.edit();
    page.wait(1_000);
    let calls = page.storage.calls();
    page.send(Event::PageHidden);
    page.wait(1_000);
    assert_eq!(page.storage.calls(), calls);
}

/// Case 3: "not saved" stays until a save has succeeded, and is tried again by
/// itself.
#[test]
fn not_saved_is_said_until_saving_works_again() {
    let mut page = Page::new(0);
    for call in 0..4 {
        page.storage.fault_at(call, Fault::Full);
    }
    page.edit();
    page.wait(SAVE_WITHIN_MILLISECONDS);
    let full = SaveState::NotSaved {
        why: NotSavedBecause::Storage(StorageError::Full),
    };
    assert_eq!(*page.rhythm.state(), full);
    page.edit();
    assert_eq!(*page.rhythm.state(), full);
    assert!(page.rhythm.would_lose_changes());
    page.wait(2 * RETRY_AT_MOST_MILLISECONDS);
    assert_eq!(page.on_disk(), 2);
    assert!(!page.rhythm.would_lose_changes());
}

/// What no retry can mend is not tried again, and the user is asked before the
/// page closes until the plan is in a file.
#[test]
fn a_final_reason_ends_saving() {
    let mut rhythm = Rhythm::saved(noon());
    assert!(rhythm.on(Event::Edited).set_timer.is_some());
    assert_eq!(rhythm.on(Event::TimerEnded).save, Some(1));
    let why = NotSavedBecause::ChangedInAnotherTab;
    let nothing = Commands::default();
    assert_eq!(rhythm.on(Event::SaveEnded(1, Err(why.clone()))), nothing);
    for event in [Event::Edited, Event::TimerEnded, Event::PageHidden] {
        assert_eq!(rhythm.on(event), Commands::default());
    }
    assert_eq!(*rhythm.state(), SaveState::NotSaved { why });
    assert!(rhythm.would_lose_changes());
    rhythm.on(Event::SavedToFile);
    assert!(!rhythm.would_lose_changes());
    rhythm.on(Event::Edited);
    assert!(rhythm.would_lose_changes());
}

/// Case 4: where nothing can be kept, nothing is tried and that is said.
#[test]
fn in_memory_only_nothing_is_written() {
    let why = StorageError::Unavailable;
    let mut rhythm = Rhythm::memory_only(why.clone());
    assert!(!rhythm.would_lose_changes(), "nothing was typed yet");
    for event in [Event::Edited, Event::TimerEnded, Event::PageHidden] {
        assert_eq!(rhythm.on(event), Commands::default());
    }
    assert_eq!(*rhythm.state(), SaveState::MemoryOnly { why });
    assert!(rhythm.would_lose_changes());
}

#[derive(Debug, Clone)]
enum Deed {
    Edit,
    Wait(u32),
    Hide,
    Fault(usize, Fault),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let faults = Fault::ALL.into_iter().filter(|fault| *fault != Fault::Kill);
    let fault = proptest::sample::select(faults.collect::<Vec<_>>());
    let deed = prop_oneof![
        4 => Just(Deed::Edit),
        4 => (0..3_000_u32).prop_map(Deed::Wait),
        1 => Just(Deed::Hide),
        2 => (0..4_usize, fault).prop_map(|(call, fault)| Deed::Fault(call, fault)),
    ];
    proptest::collection::vec(deed, 1..60)
}

proptest! {
    /// Whatever is done and goes wrong, in whatever order: what is said is
    /// true at every moment, and in the end the newest version is on the disk.
    #[test]
    fn the_newest_edit_reaches_the_disk_in_the_end(
        deeds in deeds(),
        save_takes in 0..1_000_u32,
    ) {
        let mut page = Page::new(save_takes);
        page.edit();
        for deed in deeds {
            match deed {
                Deed::Edit => page.edit(),
                Deed::Wait(milliseconds) => page.wait(milliseconds),
                Deed::Hide => page.send(Event::PageHidden),
                Deed::Fault(call, fault) => page.storage.fault_at(call, fault),
            }
        }
        page.storage.heal();
        page.wait(2 * RETRY_AT_MOST_MILLISECONDS + 2 * save_takes);
        prop_assert_eq!(page.on_disk(), page.edit);
        prop_assert_eq!(page.rhythm.state(), &SaveState::Saved { at: noon() });
    }
}
