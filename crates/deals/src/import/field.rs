//! What a column of a deal export can hold, and by which names exports call it.
//!
//! The names are those of exports of Salesforce, HubSpot, Pipedrive, Zoho and Dynamics, and
//! what people write above plain sheets. Looks at names only, never at what is below them.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The identifier of the deal.
    Id,
    /// Its name.
    Name,
    /// The customer.
    Account,
    /// The rep who owns it.
    Owner,
    /// Where it came from.
    Source,
    /// The segment, region or industry of the customer.
    Segment,
    /// What is sold.
    Product,
    /// The stage it is in.
    Stage,
    /// Whether it is open, won or lost.
    Status,
    /// Whether it is won, as yes or no.
    IsWon,
    /// Whether it is closed, as yes or no.
    IsClosed,
    /// Its value.
    Value,
    /// Its value as it was won, where that stands apart.
    WonValue,
    /// The currency of its value.
    Currency,
    /// When it was created.
    Created,
    /// When it closed, or is expected to as long as it is open.
    Closed,
    /// When it was won.
    WonOn,
    /// When it was lost.
    LostOn,
    /// When it is expected to close, where that stands apart.
    ExpectedClose,
    /// The chance of winning it, in the seller's judgement.
    Probability,
    /// When anything was last done about it.
    LastActivity,
    /// When it entered a stage: one column for each stage.
    StageEntered,
    /// Anything else that is worth keeping, for the customer profile: any number of columns.
    Further,
}

impl Field {
    /// All fields, in the order they are shown in.
    pub const ALL: [Self; 23] = [
        Self::Id,
        Self::Name,
        Self::Account,
        Self::Owner,
        Self::Source,
        Self::Segment,
        Self::Product,
        Self::Stage,
        Self::Status,
        Self::IsWon,
        Self::IsClosed,
        Self::Value,
        Self::WonValue,
        Self::Currency,
        Self::Created,
        Self::Closed,
        Self::WonOn,
        Self::LostOn,
        Self::ExpectedClose,
        Self::Probability,
        Self::LastActivity,
        Self::StageEntered,
        Self::Further,
    ];

    /// Whether it holds dates.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::Created
                | Self::Closed
                | Self::WonOn
                | Self::LostOn
                | Self::ExpectedClose
                | Self::LastActivity
                | Self::StageEntered
        )
    }

    /// Whether it holds numbers.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Value | Self::WonValue | Self::Probability)
    }

    /// Whether several columns can hold it, told apart by their names.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Self::StageEntered | Self::Further)
    }

    /// Its place in [`Field::ALL`].
    pub(crate) fn place(self) -> usize {
        self as usize
    }

    /// A bit of its own.
    fn mark(self) -> u32 {
        1 << self.place()
    }

    /// Its name where fields are named in options and files, such as `won_on`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Account => "account",
            Self::Owner => "owner",
            Self::Source => "source",
            Self::Segment => "segment",
            Self::Product => "product",
            Self::Stage => "stage",
            Self::Status => "status",
            Self::IsWon => "is_won",
            Self::IsClosed => "is_closed",
            Self::Value => "value",
            Self::WonValue => "won_value",
            Self::Currency => "currency",
            Self::Created => "created",
            Self::Closed => "closed",
            Self::WonOn => "won_on",
            Self::LostOn => "lost_on",
            Self::ExpectedClose => "expected_close",
            Self::Probability => "probability",
            Self::LastActivity => "last_activity",
            Self::StageEntered => "stage_entered",
            Self::Further => "further",
        }
    }

    /// The field of a [`Field::key`].
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// How well a column's name, in plain letters, says what it holds: 3 by a known name, 2 by a
/// word in it, 0 not at all.
pub(crate) fn by_plain_name(header: &str, field: Field) -> u8 {
    if field == Field::StageEntered {
        return if entered_stage(header).is_some() {
            3
        } else {
            0
        };
    }
    let (_, words) = names(field);
    if known(header) & field.mark() > 0 {
        3
    } else if !words.is_empty() && words.split(',').any(|word| header.contains(word)) {
        2
    } else {
        0
    }
}

/// Whether a text is a known name of a column.
pub(crate) fn is_known_name(text: &str) -> bool {
    let plain = plain(text);
    entered_stage(&plain).is_some() || known(&plain) > 0
}

/// The fields that a name in plain letters is known of, by their marks.
fn known(plain: &str) -> u32 {
    static KNOWN: LazyLock<BTreeMap<&str, u32>> = LazyLock::new(|| {
        let mut known = BTreeMap::new();
        for field in Field::ALL {
            for name in names(field).0.split(',').filter(|name| !name.is_empty()) {
                *known.entry(name).or_insert(0) |= field.mark();
            }
        }
        known
    });
    KNOWN.get(plain).copied().unwrap_or(0)
}

/// The stage named by a header such as `Date entered "Qualified" (Sales Pipeline)`, in its
/// own writing.
pub(crate) fn stage_of_header(header: &str) -> Option<&str> {
    let lower = header.to_ascii_lowercase();
    let mark = ENTERED.iter().find(|mark| lower.starts_with(**mark))?;
    let rest = header.get(mark.len()..)?;
    let rest = rest.split(" (").next().unwrap_or(rest);
    let name = rest.trim_matches(|sign: char| !sign.is_alphanumeric());
    (!name.is_empty()).then_some(name)
}

/// What stands in front of a stage's name.
const ENTERED: [&str; 5] = [
    "date entered ",
    "entered ",
    "stage entered: ",
    "entered: ",
    "date in ",
];

fn entered_stage(plain_header: &str) -> Option<&str> {
    let rest = ["dateentered", "stageentered", "entered", "datein"]
        .iter()
        .find_map(|mark| plain_header.strip_prefix(mark))?;
    (!rest.is_empty()).then_some(rest)
}

/// A name in small letters and digits alone, without what an export puts in front.
pub(crate) fn plain(name: &str) -> String {
    let name = ["Deal - ", "Opportunity - "]
        .iter()
        .find_map(|front| name.strip_prefix(front))
        .unwrap_or(name);
    name.chars()
        .filter(|sign| sign.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Known names in plain letters, and words that give a hint.
#[rustfmt::skip]
fn names(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Id => (
            "id,dealid,opportunityid,recordid,opportunitynumber,donotmodifyopportunity,number,nr,key,dealnumber,crmid,reference,ref,uuid",
            "",
        ),
        Field::Name => (
            "name,title,titel,deal,dealname,dealtitle,dealtitel,opportunity,opportunityname,topic,subject,description,bezeichnung,project,projekt,verkaufschance,affaire,oportunidad",
            "dealname,opportunityname",
        ),
        Field::Account => (
            "account,accountname,company,companyname,customer,customername,client,organization,organisation,potentialcustomer,associatedcompany,associatedcompanyprimary,kunde,kundenname,firma,unternehmen,contact,entreprise,cliente,societe",
            "company,customer,organization,accountname",
        ),
        Field::Owner => (
            "owner,ownername,dealowner,opportunityowner,salesagent,salesrep,rep,salesperson,seller,agent,accountexecutive,ae,assignedto,responsible,ownerid,inhaber,besitzer,verk\u{e4}ufer,vertreter,zust\u{e4}ndig,bearbeiter,propri\u{e9}taire,vendedor",
            "owner,salesrep,salesperson",
        ),
        Field::Source => (
            "source,leadsource,originalsource,originalsourcetype,originalsourcedrilldown1,channel,campaign,sourceoriginid,sourcechannel,quelle,leadquelle,herkunft,originatinglead",
            "leadsource,source,quelle",
        ),
        Field::Segment => (
            "segment,industry,sector,region,territory,regionaloffice,market,type,dealtype,opportunitytype,branche,gebiet,typ",
            "segment,industry",
        ),
        Field::Product => (
            "product,productname,products,item,offer,service,productfamily,produkt,artikel,leistung,produit,producto",
            "product",
        ),
        Field::Stage => (
            "stage,stagename,dealstage,salesstage,pipelinephase,pipelinestage,phase,step,stufe,verkaufsphase,\u{e9}tape,etapa,statuscode,statusreason",
            "stage,phase",
        ),
        Field::Status => (
            "status,state,dealstatus,opportunitystatus,outcome,result,wonlost,ergebnis,statecode,statut,estado",
            "status,outcome",
        ),
        Field::IsWon => ("won,iswon,isclosedwon,gewonnen", "isclosedwon"),
        Field::IsClosed => ("closed,isclosed,isdealclosed,geschlossen", "isclosed"),
        Field::Value => (
            "value,amount,dealvalue,dealamount,closevalue,revenue,estrevenue,estimatedrevenue,estimatedvalue,price,total,totalamount,acv,tcv,arr,contractvalue,betrag,wert,auftragswert,umsatz,summe,volumen,montant,importe,valor,bookings,size,dealsize",
            "amount,value,revenue,betrag",
        ),
        Field::WonValue => ("actualrevenue,actualvalue,wonvalue,finalvalue,finalamount", "actualrevenue"),
        Field::Currency => (
            "currency,currencycode,currencyisocode,amountcurrency,currencyofvalue,dealcurrency,transactioncurrencyid,isocurrency,w\u{e4}hrung,waehrung,w\u{e4}hrungvonwert,devise,moneda",
            "currency,w\u{e4}hrung",
        ),
        Field::Created => (
            "created,createdate,createddate,createdon,createdtime,createdat,creationdate,dealcreated,datecreated,addtime,opened,opendate,openedon,opendedon,engagedate,startdate,start,begin,date,entrydate,leaddate,erstellt,erstelltam,angelegt,angelegtam,erstelldatum,anlagedatum,cr\u{e9}\u{e9}le,datedecr\u{e9}ation,creado,fechadecreaci\u{f3}n",
            "createdate,created,engage,erstellt,angelegt",
        ),
        Field::Closed => (
            "closedate,closeddate,closingdate,closed,closedon,closedat,dateclosed,actualclosedate,dealclosedon,closetime,enddate,end,decisiondate,signed,signedon,abschlussdatum,abschluss,abgeschlossen,geschlossenam,abgeschlossenam,datedecl\u{f4}ture,fechadecierre",
            "closedate,closingdate,closedon,abschluss",
        ),
        Field::WonOn => ("wontime,wondate,wonon,datewon,gewonnenam,gewonnenzeit,gewinndatum,orderdate,auftragsdatum", "wontime,wondate"),
        Field::LostOn => ("losttime,lostdate,loston,datelost,verlorenam,verlorenzeit", "losttime,lostdate"),
        Field::ExpectedClose => (
            "expectedclosedate,expectedclose,estclosedate,estimatedclosedate,forecastdate,expectedclosing,erwarteterabschluss,erwartetesabschlussdatum,voraussichtlichesabschlussdatum,geplanterabschluss",
            "expectedclos,estclos,erwartet,voraussichtlich",
        ),
        Field::Probability => (
            "probability,dealprobability,winprobability,chance,winchance,likelihood,confidence,wahrscheinlichkeit,probabilit\u{e9},probabilidad",
            "probability",
        ),
        Field::LastActivity => (
            "lastactivity,lastactivitydate,lastactivitytime,lastcontacted,lastmodified,lastmodifieddate,modifiedon,modifiedtime,updatetime,updated,updatedat,lastupdated,laststagechange,letzteaktivit\u{e4}t,ge\u{e4}ndertam,zuletztge\u{e4}ndert",
            "lastactivity,lastmodified",
        ),
        Field::StageEntered | Field::Further => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_name(header: &str, field: Field) -> u8 {
        by_plain_name(&plain(header), field)
    }

    #[test]
    fn names_of_the_usual_exports_are_known() {
        for (header, field) in [
            ("Opportunity ID", Field::Id),
            ("opportunity_id", Field::Id),
            ("Deal - Title", Field::Name),
            ("Closing Date", Field::Closed),
            ("Est. close date", Field::ExpectedClose),
            ("engage_date", Field::Created),
            ("Deal - Deal created", Field::Created),
            ("Deal - Won time", Field::WonOn),
            ("Probability (%)", Field::Probability),
            ("Amount Currency", Field::Currency),
            ("Actual Revenue", Field::WonValue),
            ("Deal owner", Field::Owner),
            ("Deal - Titel", Field::Name),
            ("Deal - Gewonnen-Zeit", Field::WonOn),
            ("Erwartetes Abschlussdatum", Field::ExpectedClose),
        ] {
            assert_eq!(by_name(header, field), 3, "{header}");
        }
    }

    #[test]
    fn a_column_of_stage_entries_names_its_stage() {
        let header = "Date entered \"Contract Sent\" (Sales Pipeline)";
        assert_eq!(by_name(header, Field::StageEntered), 3);
        assert_eq!(stage_of_header(header), Some("Contract Sent"));
        assert_eq!(stage_of_header("Entered Qualified"), Some("Qualified"));
        assert_eq!(stage_of_header("Centered"), None);
    }

    #[test]
    fn every_field_is_found_by_its_key() {
        for field in Field::ALL {
            assert_eq!(Field::of_key(field.key()), Some(field));
        }
    }
}
