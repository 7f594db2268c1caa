//! One desk: a thread that takes jobs one after the other. When a job makes it fail, that job is reported as not done, the desk is set
//! up again, and the others go on.

use super::{Ear, Wake};
use crate::job::{Part, Report};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
    time::Duration,
};

/// Nothing asked for this long: time to rest.
const QUIET: Duration = Duration::from_secs(3);

pub(super) trait Desk {
    type Job: Send + 'static;

    /// Names its thread, and its word `part-<name>`.
    const NAME: &'static str;

    /// Throws away what has become pointless among the jobs that wait, oldest first. Never the newest.
    fn gather(waiting: &mut Vec<Self::Job>);
    fn work(&mut self, job: &Self::Job) -> Vec<Report>;
    /// What is said about a job that was not done.
    fn failed(job: Self::Job) -> Option<Report>;
    /// What there is to say when it has been set up.
    fn first(&mut self) -> Vec<Report> {
        vec![]
    }
    /// Once, in the first quiet moment.
    fn rest(&mut self) -> Vec<Report> {
        vec![]
    }
}

/// Where reports go.
#[derive(Clone)]
pub(super) struct Out {
    reports: Sender<Report>,
    wake: Wake,
}

/// Nobody listens any more: the kiosk is closing.
pub(super) struct Closing;

impl Out {
    pub(super) fn new(reports: Sender<Report>, wake: Wake) -> Self {
        Self { reports, wake }
    }

    /// Waits while the window has no room for more.
    pub(super) fn tell(&self, reports: impl IntoIterator<Item = Report>) -> Result<(), Closing> {
        for report in reports {
            self.reports.send(report).map_err(|_gone| Closing)?;
            (self.wake)();
        }
        Ok(())
    }

    /// From a frame: never waits.
    pub(super) fn try_tell(&self, report: Report) {
        self.reports.try_send(report).ok();
        (self.wake)();
    }

    pub(super) fn ear(&self) -> Ear {
        let out = self.clone();
        Arc::new(move |heard| {
            out.tell([Report::Voice(heard)]).ok();
        })
    }
}

/// Sets up a desk on a thread of its own.
pub(super) fn open<D: Desk>(out: &Out, make: impl Fn() -> D + Send + 'static) -> Sender<D::Job> {
    let (sender, jobs) = bounded(super::WAITING);
    let worker = out.clone();
    let thread = thread::Builder::new().name(D::NAME.to_owned());
    if let Err(err) = thread.spawn(move || Seat { jobs, out: worker, make, desk: None }.run()) {
        out.try_tell(Report::Part(Part::missing(D::NAME, "stopped", err.to_string())));
    }
    sender
}

#[derive(PartialEq)]
enum Rested {
    No,
    Yes,
}

/// A desk and the one who sits there.
struct Seat<D: Desk, F> {
    jobs: Receiver<D::Job>,
    out: Out,
    make: F,
    /// `None`: it could not be set up; it is tried again with the next job.
    desk: Option<D>,
}

impl<D: Desk, F: Fn() -> D> Seat<D, F> {
    /// Until the kiosk closes.
    fn run(mut self) {
        let (mut waiting, mut rested) = (vec![], Rested::No);
        let mut go_on = self.set_up();
        while go_on.is_ok() {
            waiting.extend(self.jobs.try_iter());
            D::gather(&mut waiting);
            go_on = if waiting.is_empty() { self.wait(&mut waiting, &mut rested) } else { self.job(waiting.remove(0)) };
        }
    }

    /// Until the next job. The first quiet moment is for rest.
    fn wait(&mut self, waiting: &mut Vec<D::Job>, rested: &mut Rested) -> Result<(), Closing> {
        if *rested == Rested::No {
            match self.jobs.recv_timeout(QUIET) {
                Ok(job) => waiting.push(job),
                Err(RecvTimeoutError::Disconnected) => return Err(Closing),
                Err(RecvTimeoutError::Timeout) => {
                    *rested = Rested::Yes;
                    return self.rest();
                }
            }
            return Ok(());
        }
        waiting.push(self.jobs.recv().map_err(|_gone| Closing)?);
        Ok(())
    }

    fn rest(&mut self) -> Result<(), Closing> {
        match self.desk.as_mut().map(|desk| catch_unwind(AssertUnwindSafe(|| desk.rest()))) {
            Some(Ok(reports)) => self.out.tell(reports),
            Some(Err(_)) => self.set_up_again(),
            None => Ok(()),
        }
    }

    fn job(&mut self, job: D::Job) -> Result<(), Closing> {
        if self.desk.is_none() {
            self.set_up()?;
        }
        match self.desk.as_mut().map(|desk| catch_unwind(AssertUnwindSafe(|| desk.work(&job)))) {
            Some(Ok(reports)) => self.out.tell(reports),
            Some(Err(_)) => {
                self.out.tell(D::failed(job))?;
                self.set_up_again()
            }
            None => self.out.tell(D::failed(job)),
        }
    }

    fn set_up_again(&mut self) -> Result<(), Closing> {
        self.desk = None;
        self.set_up()?;
        let restarted = self.desk.as_ref().map(|_| Report::Part(Part::degraded(D::NAME, "restarted", "")));
        self.out.tell(restarted)
    }

    fn set_up(&mut self) -> Result<(), Closing> {
        let made = catch_unwind(AssertUnwindSafe(|| {
            let mut desk = (self.make)();
            let reports = desk.first();
            (desk, reports)
        }));
        match made {
            Ok((desk, reports)) => {
                self.desk = Some(desk);
                self.out.tell(reports)
            }
            Err(_) => self.out.tell([Report::Part(Part::missing(D::NAME, "stopped", ""))]),
        }
    }
}
