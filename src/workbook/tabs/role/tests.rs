//! What is promised of several tabs with one plan: a browser's lock and channel, played
//! through, with tabs that freeze and crash.

use proptest::prelude::*;

use super::*;

/// Some tabs of one browser.
#[derive(Default)]
struct Browser {
    tabs: Vec<Tab>,
    holder: Option<usize>,
    queue: Vec<usize>,
    /// What has still to arrive, by tab.
    under_way: Vec<(usize, Event)>,
}

struct Tab {
    part: Part,
    alive: bool,
    frozen: bool,
    timer: bool,
    began: u32,
    followed: u32,
    flushed: u32,
}

impl Browser {
    fn open(&mut self) -> usize {
        let tab = self.tabs.len();
        self.tabs.push(Tab {
            part: Part::new(true),
            alive: true,
            frozen: false,
            timer: false,
            began: 0,
            followed: 0,
            flushed: 0,
        });
        let event = if self.holder.is_none() && self.queue.is_empty() {
            self.holder = Some(tab);
            Event::LockFree
        } else {
            Event::LockTaken
        };
        self.under_way.push((tab, event));
        self.settle();
        tab
    }

    fn crash(&mut self, tab: usize) {
        self.tabs[tab].alive = false;
        self.under_way.retain(|(to, _)| *to != tab);
        self.queue.retain(|waiting| *waiting != tab);
        self.release(tab);
        self.settle();
    }

    fn thaw(&mut self, tab: usize) {
        self.tabs[tab].frozen = false;
        self.settle();
    }

    fn press_take_over(&mut self, tab: usize) {
        self.send(tab, Event::TakeOver);
        self.settle();
    }

    /// Lets a second pass.
    fn second(&mut self) {
        for tab in 0..self.tabs.len() {
            if std::mem::take(&mut self.tabs[tab].timer) {
                self.send(tab, Event::TimerEnded);
            }
        }
        self.settle();
    }

    fn release(&mut self, tab: usize) {
        if self.holder == Some(tab) {
            self.holder = None;
            self.grant();
        }
    }

    fn grant(&mut self) {
        if self.holder.is_none() && !self.queue.is_empty() {
            let next = self.queue.remove(0);
            self.holder = Some(next);
            self.under_way.push((next, Event::LockCame));
        }
    }

    fn send(&mut self, tab: usize, event: Event) {
        self.under_way.push((tab, event));
    }

    /// Lets everything arrive that can. What is for a frozen tab waits.
    fn settle(&mut self) {
        let awake = |tabs: &[Tab], to: usize| tabs[to].alive && !tabs[to].frozen;
        while let Some(at) = self
            .under_way
            .iter()
            .position(|(to, _)| awake(&self.tabs, *to))
        {
            let (tab, event) = self.under_way.remove(at);
            for command in self.tabs[tab].part.on(event) {
                self.carry_out(tab, command);
            }
        }
    }

    fn carry_out(&mut self, tab: usize, command: Command) {
        match command {
            Command::Wait => {
                self.queue.push(tab);
                self.grant();
            }
            Command::StopWaiting => self.queue.retain(|waiting| *waiting != tab),
            Command::Steal => {
                self.queue.retain(|waiting| *waiting != tab);
                if let Some(robbed) = self.holder.replace(tab) {
                    self.send(robbed, Event::LockLost);
                }
                self.send(tab, Event::LockCame);
            }
            Command::Say(message) => {
                for other in (0..self.tabs.len()).filter(|other| *other != tab) {
                    self.send(other, Event::Heard(message));
                }
            }
            Command::Timer => self.tabs[tab].timer = true,
            Command::Flush => {
                self.tabs[tab].flushed += 1;
                self.send(tab, Event::Flushed);
            }
            Command::Follow => self.tabs[tab].followed += 1,
            Command::Begin => self.tabs[tab].began += 1,
        }
    }

    fn role(&self, tab: usize) -> Role {
        self.tabs[tab].part.role()
    }

    fn writers(&self) -> Vec<usize> {
        let tabs = self.tabs.iter().enumerate();
        let writes = |tab: &Tab| tab.alive && !tab.frozen && tab.part.role() == Role::Writer;
        tabs.filter(|(_, tab)| writes(tab))
            .map(|(at, _)| at)
            .collect()
    }
}

const FOLLOWS: Role = Role::Follower { answered: true };

/// Case 14: one tab writes, the other follows, until it takes over.
#[test]
fn the_second_tab_follows_until_it_takes_over() {
    let mut browser = Browser::default();
    let (one, two) = (browser.open(), browser.open());
    assert_eq!(
        (browser.role(one), browser.role(two)),
        (Role::Writer, FOLLOWS)
    );
    browser.send(two, Event::Heard(Message::Saved));
    browser.settle();
    assert_eq!(browser.tabs[two].followed, 1);
    browser.press_take_over(two);
    assert_eq!(
        (browser.role(one), browser.role(two)),
        (FOLLOWS, Role::Writer)
    );
    assert!(
        browser.tabs[one].flushed > 0,
        "what was unsaved is saved first"
    );
    assert_eq!(browser.tabs[two].began, 1);
    assert_eq!(browser.tabs[one].followed, 1);
    browser.press_take_over(one);
    assert_eq!(browser.writers(), [one], "and back again");
}

/// Case 15: a frozen writer answers no question, loses the plan to who takes it, and
/// follows when it wakes.
#[test]
fn a_frozen_writer_loses_the_plan_and_follows_when_it_wakes() {
    let mut browser = Browser::default();
    let (one, two) = (browser.open(), browser.open());
    browser.tabs[one].frozen = true;
    for _ in 0..=QUESTIONS_UNANSWERED {
        assert_eq!(browser.role(two), FOLLOWS);
        browser.second();
    }
    assert_eq!(browser.role(two), Role::Follower { answered: false });
    browser.press_take_over(two);
    assert_eq!(browser.role(two), Role::Writer);
    browser.thaw(one);
    assert_eq!((browser.role(one), browser.writers()), (FOLLOWS, vec![two]));
}

/// Case 15: nobody waits for a writer that has only just frozen, either.
#[test]
fn taking_over_does_not_wait_for_a_writer_that_has_just_frozen() {
    let mut browser = Browser::default();
    let (one, two) = (browser.open(), browser.open());
    browser.tabs[one].frozen = true;
    browser.press_take_over(two);
    assert_eq!(browser.role(two), Role::TakingOver);
    browser.second();
    assert_eq!(browser.role(two), Role::Writer);
    browser.thaw(one);
    assert_eq!(browser.writers(), [two]);
}

/// Case 16: when the writer crashes, another tab writes at once: the browser hands the
/// lock on.
#[test]
fn another_tab_writes_when_the_writer_crashes() {
    let mut browser = Browser::default();
    let (one, two, three) = (browser.open(), browser.open(), browser.open());
    browser.crash(one);
    assert_eq!(browser.writers(), [two]);
    assert_eq!(browser.role(three), FOLLOWS);
    browser.crash(two);
    assert_eq!(browser.writers(), [three]);
}

/// A tab in the background does not become the writer while the writer is loaded again,
/// and does when it is looked at.
#[test]
fn a_hidden_tab_waits_until_it_is_seen() {
    let mut browser = Browser::default();
    let (one, two) = (browser.open(), browser.open());
    browser.send(two, Event::Hidden);
    browser.settle();
    browser.crash(one);
    let again = browser.open();
    assert_eq!(browser.writers(), [again]);
    browser.crash(again);
    assert_eq!(browser.writers(), Vec::<usize>::new());
    browser.send(two, Event::Seen);
    browser.settle();
    assert_eq!(browser.writers(), [two]);
}

#[test]
fn where_there_are_no_locks_every_tab_writes() {
    let mut part = Part::new(true);
    assert_eq!(part.on(Event::NoLocks), []);
    assert_eq!(part.role(), Role::Alone);
    for event in [
        Event::TakeOver,
        Event::Hidden,
        Event::Seen,
        Event::TimerEnded,
    ] {
        assert_eq!(part.on(event), []);
    }
}

#[test]
fn a_message_is_read_as_it_was_said() {
    for (message, _) in Message::ALL {
        assert_eq!(Message::from_text(message.to_text()), Some(message));
    }
    assert_eq!(Message::from_text("something new"), None);
}

#[derive(Debug, Clone, Copy)]
enum Deed {
    Open,
    Crash(usize),
    Freeze(usize),
    Thaw(usize),
    TakeOver(usize),
    Look(usize, bool),
    Second,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        Just(Deed::Open),
        (0..5_usize).prop_map(Deed::Crash),
        (0..5_usize).prop_map(Deed::Freeze),
        (0..5_usize).prop_map(Deed::Thaw),
        (0..5_usize).prop_map(Deed::TakeOver),
        (0..5_usize, any::<bool>()).prop_map(|(tab, seen)| Deed::Look(tab, seen)),
        Just(Deed::Second),
    ];
    proptest::collection::vec(deed, 1..40)
}

fn does(browser: &mut Browser, deed: Deed) {
    let known = |tab: usize| browser.tabs.get(tab).is_some_and(|tab| tab.alive);
    match deed {
        Deed::Open if browser.tabs.len() < 5 => drop(browser.open()),
        Deed::Crash(tab) if known(tab) => browser.crash(tab),
        Deed::Freeze(tab) if known(tab) => browser.tabs[tab].frozen = true,
        Deed::Thaw(tab) if known(tab) => browser.thaw(tab),
        Deed::TakeOver(tab) if known(tab) => browser.press_take_over(tab),
        Deed::Look(tab, seen) if known(tab) => {
            browser.send(tab, if seen { Event::Seen } else { Event::Hidden });
            browser.settle();
        }
        Deed::Second => browser.second(),
        _ => {}
    }
}

proptest! {
    /// Cases 14 to 16: whatever is opened, closed, frozen and taken over, of the tabs
    /// that are awake at most one writes; and in the end one does.
    #[test]
    fn there_are_never_two_writers_and_in_the_end_one(deeds in deeds()) {
        let mut browser = Browser::default();
        browser.open();
        for deed in deeds {
            does(&mut browser, deed);
            prop_assert!(browser.writers().len() <= 1, "{deed:?}: {:?}", browser.writers());
        }
        for tab in 0..browser.tabs.len() {
            browser.thaw(tab);
            if browser.tabs[tab].alive {
                browser.send(tab, Event::Seen);
                browser.settle();
            }
        }
        for _ in 0..5 {
            browser.second();
        }
        let alive = browser.tabs.iter().filter(|tab| tab.alive).count();
        prop_assert_eq!(browser.writers().len(), alive.min(1));
    }
}
