//! What asks for hours, and in which order it is served: later stages first, lead-making
//! activity last (maths.md section 3). Never computes a flow.

use std::ops::Range;

use crate::{
    calendar::DAYS_A_MONTH,
    distribution::{Lognormal, normal},
    kernel::StageTime,
    model::{Model, Motion},
};

/// How many equally likely times between two nodes are looked at: quick deals meet a wait
/// earlier than slow ones.
pub(crate) const LAGS: usize = 6;

/// Where a node lies in its motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// Making leads: its flow is hours of activity.
    Activity,
    /// Entering a stage up to the win, counted from 0.
    Stage(usize),
    /// Having won: asks for nothing, and shows when deals are won.
    Win,
    /// Passing the stages after the win.
    AfterWin,
}

/// What a node's deals have gone through before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// Nothing that asks for hours.
    Nothing,
    /// This node of the same motion.
    Node(usize),
    /// For leads made by activity, this node; nothing for the motion's other leads.
    Activity(usize),
}

/// One stage of one motion that asks for hours, or the win.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) motion: usize,
    pub(crate) kind: NodeKind,
    pub(crate) before: Before,
    /// The nodes to which its deals come next.
    pub(crate) next: Vec<usize>,
    /// Equally likely times since being served at the node before, months, at the motion's
    /// middle time.
    pub(crate) lags: [f64; LAGS],
    /// Places of the assumptions of hours for each deal.
    pub(crate) hours: Vec<usize>,
}

/// Everything that asks for hours.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Work {
    /// In the order of being served; wins come last.
    pub(crate) nodes: Vec<Node>,
    /// Nodes equally near to the win, which share what hours there are.
    pub(crate) groups: Vec<Range<usize>>,
    /// The node of each motion's wins.
    pub(crate) wins: Vec<usize>,
    /// The nodes of each motion.
    pub(crate) of_motion: Vec<Vec<usize>>,
    /// Those of them that are stages up to the win, each with its stage.
    stages: Vec<Vec<(usize, usize)>>,
}

impl Work {
    /// What asks for hours in a model; nothing when hours cannot limit it, because it names
    /// nobody who sells or no work.
    pub(crate) fn new(model: &Model) -> Option<Self> {
        let mut ranked: Vec<(usize, Node)> = Vec::new();
        for (place, motion) in model.motions.iter().enumerate() {
            add_motion(&mut ranked, place, motion);
        }
        let asks = ranked
            .iter()
            .any(|(_, node)| matches!(node.kind, NodeKind::Activity) || !node.hours.is_empty());
        if !asks || !model.team.has_reps() {
            return None;
        }
        ranked.sort_by_key(|(rank, node)| (*rank, node.motion));
        let mut groups: Vec<Range<usize>> = Vec::new();
        for (place, (rank, _)) in ranked.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if ranked[group.start].0 == *rank => group.end = place + 1,
                _ => groups.push(place..place + 1),
            }
        }
        let mut work = Self {
            nodes: ranked.into_iter().map(|(_, node)| node).collect(),
            groups,
            wins: vec![0; model.motions.len()],
            of_motion: vec![Vec::new(); model.motions.len()],
            stages: vec![Vec::new(); model.motions.len()],
        };
        work.connect(model);
        Some(work)
    }

    /// Hours for each entry of each node; activity's flow is hours already.
    pub(crate) fn hours_each(&self, values: &[f64], hours: &mut [f64]) {
        for (hours, node) in hours.iter_mut().zip(&self.nodes) {
            *hours = if node.kind == NodeKind::Activity {
                1.0
            } else {
                node.hours.iter().map(|place| values[*place]).sum()
            };
        }
    }

    /// The nodes of a motion that are stages up to the win, each with its stage.
    #[inline]
    pub(crate) fn stages_of(&self, motion: usize) -> impl Iterator<Item = (usize, usize)> {
        self.stages[motion].iter().copied()
    }

    /// Finds for every node the one before it.
    fn connect(&mut self, model: &Model) {
        for (motion, of) in model.motions.iter().enumerate() {
            let find = |kind: NodeKind| {
                let mut nodes = self.nodes.iter();
                nodes.position(|node| node.motion == motion && node.kind == kind)
            };
            let stages = (0..of.stages.len()).map(|stage| (stage, NodeKind::Stage(stage)));
            let ends = [NodeKind::Win, NodeKind::AfterWin].map(|kind| (of.stages.len(), kind));
            let activity = find(NodeKind::Activity);
            let (mut before, mut since) = (activity.map_or(Before::Nothing, Before::Activity), 0);
            let mut links = Vec::new();
            for (stage, kind) in stages.chain(ends) {
                let Some(node) = find(kind) else {
                    continue;
                };
                let days = of.time.stages.get(since..stage).unwrap_or_default();
                links.push((node, before, lags(days)));
                if matches!(kind, NodeKind::Stage(_)) {
                    (before, since) = (Before::Node(node), stage);
                }
            }
            let win = find(NodeKind::Win).unwrap_or(0);
            for (node, before, lags) in links {
                self.nodes[node].before = before;
                self.nodes[node].lags = lags;
                if let Before::Node(from) | Before::Activity(from) = before {
                    self.nodes[from].next.push(node);
                }
            }
            let own = |(place, node): (usize, &Node)| (node.motion == motion).then_some(place);
            self.of_motion[motion] = self.nodes.iter().enumerate().filter_map(own).collect();
            let stage = |place: &usize| match self.nodes[*place].kind {
                NodeKind::Stage(stage) => Some((*place, stage)),
                _ => None,
            };
            self.stages[motion] = self.of_motion[motion].iter().filter_map(stage).collect();
            self.wins[motion] = win;
        }
    }
}

/// Equally likely total times of stages, months: by the lognormal with their sum's mean and
/// variance (Fenton 1960), which is exact for one stage.
fn lags(stages: &[StageTime]) -> [f64; LAGS] {
    let mean: f64 = stages.iter().map(StageTime::mean).sum();
    let variance: f64 = stages.iter().map(StageTime::variance).sum();
    let total = Lognormal::with_moments(mean, variance.sqrt());
    std::array::from_fn(|place| {
        let share = (place as f64 + 0.5) / LAGS as f64;
        let days = total.map_or(mean, |total| total.at_score(normal::quantile(share)));
        days / DAYS_A_MONTH
    })
}

/// A motion's nodes with their ranks: after the win first, then from the last stage to the
/// first, then activity, then the wins.
fn add_motion(ranked: &mut Vec<(usize, Node)>, motion: usize, of: &Motion) {
    let node = |kind, hours| Node {
        motion,
        kind,
        before: Before::Nothing,
        next: Vec::new(),
        lags: [0.0; LAGS],
        hours,
    };
    let later: Vec<usize> = of.later_stages.iter().filter_map(|s| s.hours).collect();
    if !later.is_empty() {
        ranked.push((0, node(NodeKind::AfterWin, later)));
    }
    for (place, stage) in of.stages.iter().enumerate() {
        if let Some(hours) = stage.hours {
            ranked.push((
                of.stages.len() - place,
                node(NodeKind::Stage(place), vec![hours]),
            ));
        }
    }
    if of
        .sources
        .iter()
        .any(|source| source.hours_each().is_some())
    {
        ranked.push((usize::MAX - 1, node(NodeKind::Activity, Vec::new())));
    }
    ranked.push((usize::MAX, node(NodeKind::Win, Vec::new())));
}
