//! What the numbers that come from the simulated futures mean, in one sentence each.

use crate::statement::{Drawn, Growth, Say};

/// What a number that only the futures know means.
pub(super) fn drawn_meaning(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Draws => "How many futures were drawn from your ranges.",
        Drawn::Seed => {
            "The number from which the draws start: the same seed gives the same futures."
        }
        Drawn::TwoStandardErrors(_) => {
            "How far the average lead could be off because only so many futures were drawn."
        }
        Drawn::AheadBy(..) | Drawn::BehindBy(..) => {
            "What the best plan is worth less what the other plan is worth, in each future in which \
             people want the product."
        }
        Drawn::AheadIfWanted(_) => {
            "In how many of the futures in which people want the product the best plan is worth more \
             than the other."
        }
        Drawn::AheadInAll(_) => {
            "In how many of all futures the best plan is worth more than the other."
        }
        Drawn::LossIfUnwanted => "What the plan has lost when you stop because nobody wants it.",
        Drawn::LosesMoney(_) => "In how many of all futures the plan is worth less than nothing.",
        Drawn::TypicalLoss(_) => {
            "The middle of the losses, over the futures in which the plan loses money."
        }
        Drawn::CashNeeded(..) | Drawn::CashNeededOneInTen(_) => {
            "The lowest point of the cash since the start, as paid."
        }
        Drawn::Wall(_) => {
            "The month in which as many people want the product as the simple version has room for."
        }
        Drawn::RebuildShare(_) => {
            "In how many futures in which people want the product a full rebuild starts within the \
             months shown."
        }
        Drawn::RebuildStart(..) => "The month in which that rebuild starts.",
        Drawn::RebuildEnd(..) => "The month in which that rebuild ends.",
        Drawn::PeakUse(_) => "The most of its room that the scalable version ever uses.",
        Drawn::KnowingQuickFix
        | Drawn::KnowingWrongBet
        | Drawn::KnowingInput(_)
        | Drawn::KnowingEverything => {
            "What one could do better on average by knowing it beforehand. Nobody should pay more \
             for it."
        }
    }
}

/// What a number of what growth does means.
pub(super) fn growth_meaning(say: &Say<'_>, growth: Growth) -> &'static str {
    let service = say.is_service();
    match growth {
        Growth::LastStart(_) if service => {
            "A rebuild that starts later is not finished when the room is full."
        }
        Growth::LastStart(_) => {
            "A redesign that starts later is not finished when orders exceed what can be made by \
             hand."
        }
        Growth::JustInTime(_) => {
            "The share of the room that is used at that moment, where it does not lie before the \
             launch."
        }
        Growth::TooLateAtLaunch | Growth::TooLateAtLaunchCount => {
            "In how many futures that moment lies before the launch."
        }
        Growth::Full | Growth::FullCount => {
            "In how many futures more is wanted than the simple version has room for, within the \
             months shown."
        }
        Growth::FullAfterLaunch(_) if service => {
            "The months from the launch until the simple version is full."
        }
        Growth::FullAfterLaunch(_) => {
            "The months from the launch until orders exceed what can be made by hand."
        }
        Growth::PeakUsers(_) if service => "The most users that the scalable version ever has.",
        Growth::PeakUsers(_) => "The most units that the scalable version ships in a month.",
        Growth::LongestWaitBefore(..) if service => {
            "The longest time that a page takes before the rebuild is done."
        }
        Growth::LongestWaitBefore(..) => {
            "The longest time from order to delivery before the redesign is done."
        }
        Growth::LongestWait(..) | Growth::ReactionWait(..) if service => {
            "The longest time that a page ever takes."
        }
        Growth::LongestWait(..) | Growth::ReactionWait(..) => {
            "The longest time from order to delivery."
        }
        Growth::Price(..) | Growth::ReactionPrice(..) if service => {
            "The price of growth: all work on more room, time lost in old code, running costs and \
             revenue lost, in today's money, against an MVP that is rebuilt late and never runs out \
             of room."
        }
        Growth::Price(..) | Growth::ReactionPrice(..) => {
            "The price of growth: all work on more room, time lost to the old design, the cost of \
             line and units and revenue lost, in today's money, against an MVP that is redesigned \
             late and never runs out of room."
        }
        Growth::LateMinusEarly(_) | Growth::LateMinusEarlyMean => {
            "The price of growth of an MVP rebuilt late, less that of the scalable version in the \
             same future."
        }
        Growth::LateMinusEarlyPart(_) => "A part of that difference, on average.",
        Growth::LateCostsMore => "In how many futures acting late has the higher price of growth.",
        Growth::Waiting(_) => {
            "The price of growth of an MVP rebuilt late, less that of an MVP rebuilt on the early \
             warning in the same future."
        }
        Growth::WaitingCostsMore => "In how many futures waiting has the higher price of growth.",
        Growth::PaidLate(_) => "Rebuild, quick fix and extension of an MVP rebuilt late, as paid.",
        Growth::PaidEarly(_) => {
            "The extra work of the scalable version before its launch, as paid."
        }
        Growth::PaidEarlyLater(_) => "Work on the scalable version after its launch, as paid.",
        Growth::Featureless(..) | Growth::ReactionFeatureless(..) | Growth::PathFeatureless(_) => {
            "The months of work on new features that a rebuild or an extension stops; where only a \
             part of the work stops, only that part counts."
        }
        Growth::LostRevenue(..) => {
            "What demand would have brought in if there had been room and speed for all of it, less \
             what came in, in today's money."
        }
        Growth::FewerAtEnd(_) | Growth::ReactionFewer(..) | Growth::PathFewerAtEnd if service => {
            "Users of the scalable version in the last month, less users of the other in the same \
             future."
        }
        Growth::FewerAtEnd(_) | Growth::ReactionFewer(..) | Growth::PathFewerAtEnd => {
            "Units that the scalable version ships in the last month, less units of the other in the \
             same future."
        }
        Growth::UsersAtEnd(..) if service => "Users in the last month.",
        Growth::UsersAtEnd(..) => "Units shipped in the last month.",
        Growth::Happens(_) => "How often a quick fix is enough, or is not, over the draws.",
        Growth::Room(..) => "How many this version has room for.",
    }
}
