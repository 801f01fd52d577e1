//! Which tab writes a plan: events in, commands out.
//!
//! The one that holds the plan's lock writes. Every other follows: it shows what the
//! writer saves, and waits for the lock, which the browser hands on when the writer is
//! closed or crashes. A lock is also held by a tab that is frozen, so a follower asks
//! every second whether the writer is there. To take over, it asks the writer to save
//! what is unsaved and then takes the lock away; a writer that does not answer loses it
//! all the same, and finds that out when it wakes.
//!
//! Nothing here knows a lock, a channel or a clock.

/// How often a follower asks whether the writer is there, in milliseconds.
pub const ASK_EVERY_MILLISECONDS: u32 = 1_000;

/// After so many questions without an answer the writer is said not to answer.
pub const QUESTIONS_UNANSWERED: u32 = 3;

/// What a tab is to the plan it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Not known yet.
    Joining,
    /// It writes.
    Writer,
    /// Another tab writes.
    Follower {
        /// Whether that tab has answered lately.
        answered: bool,
    },
    /// It is about to write, as soon as the other has let go.
    TakingOver,
    /// The browser has no locks: every tab writes, and of two that save the same version
    /// onwards one is refused and told.
    Alone,
}

/// What tabs say to each other about a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Is the writer there?
    AreYouThere,
    /// The writer is.
    Here,
    /// The writer has saved.
    Saved,
    /// Another tab wants to write: save what is unsaved.
    GiveWay,
    /// The writer has.
    GivenWay,
}

impl Message {
    const ALL: [(Self, &str); 5] = [
        (Self::AreYouThere, "are-you-there"),
        (Self::Here, "here"),
        (Self::Saved, "saved"),
        (Self::GiveWay, "give-way"),
        (Self::GivenWay, "given-way"),
    ];

    /// As it is sent.
    #[must_use]
    pub fn to_text(self) -> &'static str {
        let named = Self::ALL.iter().find(|(message, _)| *message == self);
        named.map_or("", |(_, text)| text)
    }

    /// The message in a text; `None` for what another version of the program may say.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let named = Self::ALL.iter().find(|(_, known)| *known == text);
        named.map(|(message, _)| *message)
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The lock was free and is this tab's.
    LockFree,
    /// The lock is another tab's.
    LockTaken,
    /// The browser has no locks.
    NoLocks,
    /// The lock waited for or taken away is this tab's now.
    LockCame,
    /// The lock was taken away by another tab.
    LockLost,
    /// Another tab said something.
    Heard(Message),
    /// The timer asked for by [`Command::Timer`] has run out.
    TimerEnded,
    /// The user wants to write here.
    TakeOver,
    /// What was unsaved is saved, or could not be.
    Flushed,
    /// The page was hidden.
    Hidden,
    /// The page is seen again.
    Seen,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Wait for the lock and answer with [`Event::LockCame`].
    Wait,
    /// Wait no longer.
    StopWaiting,
    /// Take the lock away from who holds it and answer with [`Event::LockCame`].
    Steal,
    /// Say this to the other tabs.
    Say(Message),
    /// Send [`Event::TimerEnded`] after [`ASK_EVERY_MILLISECONDS`].
    Timer,
    /// Save what is unsaved at once, and answer with [`Event::Flushed`].
    Flush,
    /// Show the newest version saved.
    Follow,
    /// Go on from the newest version saved, as the one that writes.
    Begin,
}

/// The part a tab has in the keeping of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    role: Role,
    unanswered: u32,
    seen: bool,
}

impl Part {
    /// A tab that has just opened the plan, and has asked for the lock.
    #[must_use]
    pub fn new(seen: bool) -> Self {
        Self {
            role: Role::Joining,
            unanswered: 0,
            seen,
        }
    }

    /// What the tab is to the plan.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// Takes an event and says what to do, in this order.
    pub fn on(&mut self, event: Event) -> Vec<Command> {
        match event {
            Event::LockFree => self.became(Role::Writer, &[]),
            Event::NoLocks => self.became(Role::Alone, &[]),
            Event::LockTaken => self.follow(&[]),
            Event::LockLost => self.lost(),
            Event::LockCame => match self.role {
                // The plan may have changed since it was shown.
                Role::Writer | Role::Alone => Vec::new(),
                _ => self.became(Role::Writer, &[Command::Begin]),
            },
            Event::Heard(message) => self.heard(message),
            Event::TimerEnded => self.timer_ended(),
            Event::TakeOver => self.take_over(),
            Event::Flushed => vec![Command::Say(Message::GivenWay)],
            Event::Hidden => self.hidden(),
            Event::Seen => self.seen(),
        }
    }

    fn became(&mut self, role: Role, commands: &[Command]) -> Vec<Command> {
        self.role = role;
        self.unanswered = 0;
        commands.to_vec()
    }

    fn follow(&mut self, first: &[Command]) -> Vec<Command> {
        let mut commands = self.became(Role::Follower { answered: true }, first);
        // A tab nobody looks at waits for nothing: the plan would be its own when the
        // writer is merely loaded again.
        if self.seen {
            commands.extend([Command::Wait, Command::Say(Message::AreYouThere)]);
        }
        commands.push(Command::Timer);
        commands
    }

    fn lost(&mut self) -> Vec<Command> {
        match self.role {
            // What is unsaved goes among the earlier versions.
            Role::Writer => self.follow(&[Command::Flush, Command::Follow]),
            Role::TakingOver => self.follow(&[Command::Follow]),
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, message: Message) -> Vec<Command> {
        match (self.role, message) {
            (Role::Writer, Message::AreYouThere) => vec![Command::Say(Message::Here)],
            (Role::Writer, Message::GiveWay) => vec![Command::Flush],
            (Role::Follower { .. }, Message::Here) => {
                self.became(Role::Follower { answered: true }, &[])
            }
            (Role::Follower { .. }, Message::Saved) => {
                self.became(Role::Follower { answered: true }, &[Command::Follow])
            }
            (Role::TakingOver, Message::GivenWay) => vec![Command::Steal],
            _ => Vec::new(),
        }
    }

    fn timer_ended(&mut self) -> Vec<Command> {
        match self.role {
            Role::Follower { .. } if self.seen => {
                self.unanswered += 1;
                if self.unanswered > QUESTIONS_UNANSWERED {
                    self.role = Role::Follower { answered: false };
                }
                vec![Command::Say(Message::AreYouThere), Command::Timer]
            }
            Role::Follower { .. } => vec![Command::Timer],
            Role::TakingOver => vec![Command::Steal],
            _ => Vec::new(),
        }
    }

    fn take_over(&mut self) -> Vec<Command> {
        match self.role {
            Role::Follower { answered: true } => self.became(
                Role::TakingOver,
                &[Command::Say(Message::GiveWay), Command::Timer],
            ),
            Role::Follower { answered: false } => self.became(Role::TakingOver, &[Command::Steal]),
            _ => Vec::new(),
        }
    }

    fn hidden(&mut self) -> Vec<Command> {
        self.seen = false;
        match self.role {
            Role::Follower { .. } => vec![Command::StopWaiting],
            _ => Vec::new(),
        }
    }

    fn seen(&mut self) -> Vec<Command> {
        let was_seen = std::mem::replace(&mut self.seen, true);
        match self.role {
            Role::Follower { .. } if !was_seen => {
                self.unanswered = 0;
                vec![
                    Command::Wait,
                    Command::Say(Message::AreYouThere),
                    Command::Follow,
                ]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
