//! The inputs themselves, in the order of the form.

use super::{Field, Group, Kind, Preset, Range, Reliability, Shape, Special, Spread, Unit, Words};
use Group::{
    Customers, Demand, Doubts, Horizon, IfItWorks, Rebuild, Room, Rule, Running, Team, UnitCost,
    WhatItCarries, WhatItCosts,
};
use Reliability::{Article, Computed, Experiment, Judgement, Survey, Vendor, Yours};
use Shape::{LogitNormal, Lognormal, Normal};
use Unit::{
    Factor, Money, MoneyPerMonth, MoneyPerUnit, MoneyPerUserMonth, Months, OfBuildCost, OfCapacity,
    Seconds, Share, SharePerMonth, SharePerSecond, SharePerSecondMonth, SharePerYear,
    UnitsPerMonth, Users, Weeks,
};

const fn field(unit: Unit, group: Group, tier: u8) -> Field {
    let shares = unit_is_share(unit);
    Field {
        key: Key::Success,
        name: "",
        words: Words {
            label: "",
            help: "",
        },
        hardware_words: None,
        unit,
        hardware_unit: None,
        group,
        tier,
        allowed: if shares { (0.0, 1.0) } else { (0.0, 1e9) },
        sensible: if shares { (0.0, 1.0) } else { (0.0, 100.0) },
        spread: Spread::Linear,
        special: Special::None,
        service: None,
        hardware: None,
        source: "",
        reliability: Judgement,
    }
}

const fn unit_is_share(unit: Unit) -> bool {
    matches!(unit, Share | SharePerMonth | OfCapacity)
}

impl Field {
    const fn named_as(mut self, key: Key, name: &'static str, words: Words) -> Self {
        self.key = key;
        self.name = name;
        self.words = words;
        self
    }
    const fn hardware_as(mut self, label: &'static str, help: &'static str) -> Self {
        self.hardware_words = Some(Words { label, help });
        self
    }
    const fn hardware_in(mut self, unit: Unit) -> Self {
        self.hardware_unit = Some(unit);
        self
    }
    const fn allowed(mut self, low: f64, high: f64) -> Self {
        self.allowed = (low, high);
        self
    }
    const fn slider(mut self, low: f64, high: f64) -> Self {
        self.sensible = (low, high);
        self
    }
    const fn log(mut self) -> Self {
        self.spread = Spread::Log;
        self
    }
    const fn or(mut self, special: Special) -> Self {
        self.special = special;
        self
    }
    const fn service(mut self, best: f64) -> Self {
        self.service = Some(Preset { best, range: None });
        self
    }
    const fn hardware(mut self, best: f64) -> Self {
        self.hardware = Some(Preset { best, range: None });
        self
    }
    const fn both(self, best: f64) -> Self {
        self.service(best).hardware(best)
    }
    const fn service_range(mut self, low: f64, high: f64, shape: Shape) -> Self {
        if let Some(preset) = &mut self.service {
            preset.range = Some(Range { low, high, shape });
        }
        self
    }
    const fn hardware_range(mut self, low: f64, high: f64, shape: Shape) -> Self {
        if let Some(preset) = &mut self.hardware {
            preset.range = Some(Range { low, high, shape });
        }
        self
    }
    const fn range(self, low: f64, high: f64, shape: Shape) -> Self {
        self.service_range(low, high, shape)
            .hardware_range(low, high, shape)
    }
    const fn from(mut self, reliability: Reliability, source: &'static str) -> Self {
        self.reliability = reliability;
        self.source = source;
        self
    }
}

macro_rules! fields {
    ($($key:ident ($name:literal, $label:literal, $help:literal) => $field:expr;)+) => {
        /// The inputs by name; `key as usize` is the place in [`FIELDS`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum Key {
            $(#[doc = $help] $key,)+
        }

        /// All inputs, in the order of the form.
        pub static FIELDS: [Field; Key::COUNT] = [
            $($field.named_as(Key::$key, $name, Words { label: $label, help: $help }),)+
        ];

        impl Key {
            /// How many inputs there are.
            pub const COUNT: usize = [$(Self::$key,)+].len();
            /// All inputs, in the order of the form.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$key,)+];
        }
    };
}

fields! {
    // ---- first screen ------------------------------------------------------------------------
    Success("p", "Chance people really want this", "Chance that people really want this.") =>
        field(Share, IfItWorks, 1).both(0.3).range(0.1, 0.6, LogitNormal)
            .from(Judgement, "our judgement; in the CB Insights post-mortems 42 % of failures name no market need, and in US statistics half of new firms are gone after five years");
    UsersAtLaunch("demand.U0", "Users at launch", "Users at launch if all goes well.") =>
        field(Users, IfItWorks, 1).both(100.0).hardware(10.0).allowed(1.0, 1e9).slider(1.0, 1e5).log()
            .hardware_as("Orders a month at launch", "Orders a month at launch if all goes well.").hardware_in(UnitsPerMonth)
            .from(Article, "the article's levels; the date is our judgement");
    UsersMonth6("demand.U6", "Users after 6 months", "Users six months after launch if all goes well.") =>
        field(Users, IfItWorks, 1).both(500.0).hardware(80.0).allowed(1.0, 1e9).slider(1.0, 1e5).log()
            .hardware_as("Orders a month after 6 months", "Orders a month six months after launch if all goes well.").hardware_in(UnitsPerMonth)
            .from(Article, "the article's levels; the date is our judgement");
    UsersMonth12("demand.U12", "Users after 12 months", "Users twelve months after launch if all goes well.") =>
        field(Users, IfItWorks, 1).both(2000.0).hardware(417.0).allowed(1.0, 1e9).slider(1.0, 1e5).log()
            .hardware_as("Orders a month after 12 months", "Orders a month twelve months after launch if all goes well.").hardware_in(UnitsPerMonth)
            .from(Article, "the article's levels; the date is our judgement");
    Ceiling("demand.K", "The most users there could be", "The most users you could ever have (ceiling).") =>
        field(Users, IfItWorks, 1).both(6500.0).hardware(1000.0).allowed(1.0, 1e10).slider(10.0, 1e6).log()
            .hardware_as("The most orders a month", "The most orders a month you could ever have (ceiling).").hardware_in(UnitsPerMonth)
            .from(Judgement, "our judgement: an S-curve through the three user numbers ends there");
    UserMargin("v", "What one user brings in", "What one user brings in a month after payment fees and support.") =>
        field(MoneyPerUserMonth, IfItWorks, 1).service(40.0).range(25.0, 64.0, Lognormal).allowed(0.0, 1e6).slider(1.0, 1000.0).log()
            .from(Judgement, "our judgement: a price of 50 a month, of which 80 % remain (industry surveys)");
    Price("price", "What you keep per unit", "What you keep per unit after the sales channel.") =>
        field(MoneyPerUnit, IfItWorks, 1).hardware(349.0).range(290.0, 420.0, Lognormal).allowed(0.0, 1e6).slider(10.0, 5000.0).log()
            .from(Judgement, "our judgement");
    BuildCost("C0", "Building the simple version", "What the simple version costs to build.") =>
        field(Money, WhatItCosts, 1).both(150_000.0).hardware(250_000.0).allowed(1.0, 1e10).slider(10_000.0, 1e7).log()
            .from(Judgement, "our judgement: four people for ten weeks at 15,000 a month each");
    Premium("a", "Extra for the scalable version", "How much more the scalable version costs and takes.") =>
        field(OfBuildCost, WhatItCosts, 1).both(0.25).range(0.2, 0.3, Normal).allowed(0.0, 20.0).slider(0.0, 0.6)
            .from(Article, "the article, “20-30 % more initial development”");
    RebuildCost("b", "Extra for rebuilding it later", "Extra cost of rebuilding the simple version later.") =>
        field(OfBuildCost, WhatItCosts, 1).both(2.5).range(2.0, 3.0, Normal).allowed(0.0, 100.0).slider(0.0, 6.0)
            .from(Article, "the article, “200-300 % additional investment”");
    RebuildMonths("L1", "Length of the rebuild", "How long the rebuild takes.") =>
        field(Months, WhatItCosts, 1).both(4.0).service_range(2.5, 6.4, Lognormal).hardware(8.0).hardware_range(6.0, 12.0, Lognormal)
            .allowed(0.1, 120.0).slider(0.5, 18.0)
            .from(Article, "the article, “this restructuring takes four months and requires the entire engineering team”; elsewhere it says 6-12 months");
    Capacity("cap0", "Users the simple version carries", "Users the simple version carries before people complain.") =>
        field(Users, WhatItCarries, 1).both(1000.0).service_range(600.0, 1700.0, Lognormal).hardware(50.0).hardware_range(30.0, 80.0, Lognormal)
            .allowed(2.0, 1e9).slider(10.0, 1e5).log()
            .hardware_as("Units a month made by hand", "Units a month that can be made by hand.").hardware_in(UnitsPerMonth)
            .from(Article, "the article: searches take 3-5 seconds at 1,000 users; 50 units by hand");
    // ---- sceptic's dials ---------------------------------------------------------------------
    Size("size", "How big demand turns out", "How much bigger demand could turn out.") =>
        field(Factor, Demand, 2).both(1.0).range(0.35, 2.5, Lognormal).allowed(0.0, 1000.0).slider(0.1, 10.0).log()
            .from(Judgement, "our judgement");
    Speed("speed", "How fast demand grows", "How much faster demand could turn out.") =>
        field(Factor, Demand, 2).both(1.0).range(0.7, 1.4, Lognormal).allowed(0.01, 100.0).slider(0.2, 5.0).log()
            .from(Judgement, "our judgement");
    OverPremium("a2", "Extra for the over-built version", "How much more the over-built version costs and takes.") =>
        field(OfBuildCost, Doubts, 2).both(1.0).range(0.6, 1.6, Lognormal).allowed(0.0, 20.0).slider(0.0, 3.0)
            .from(Judgement, "our judgement");
    QuickFix("patch", "Chance a quick fix is enough", "Chance that a quick fix is enough when you hit the wall.") =>
        field(Share, Doubts, 2).both(0.25).range(0.05, 0.6, LogitNormal)
            .from(Judgement, "our judgement; a load test tells");
    WrongBet("wrong", "Chance it was the wrong thing", "Chance that you made the wrong thing scalable.") =>
        field(Share, Doubts, 2).both(0.2).range(0.05, 0.5, LogitNormal)
            .from(Judgement, "our judgement");
    DelayPenalty("dp", "Success lost per month of delay", "Chance of success lost per month of later launch (relative).") =>
        field(SharePerMonth, Doubts, 2).both(0.02).range(0.005, 0.06, Lognormal).slider(0.0, 0.2)
            .from(Judgement, "our judgement");
    SignupLoss("eta", "Sign-ups lost per slow second", "Sign-ups lost per second slower than Rok.") =>
        field(SharePerSecond, Customers, 2).service(0.05).range(0.02, 0.15, Lognormal).allowed(0.0, 10.0).slider(0.0, 0.4)
            .from(Experiment, "experiments of Google and Bing: about 2 % a second; industry data (Akamai): about 20 %");
    SlowChurn("chi", "Users leaving per slow second", "Extra users leaving each month per second too slow.") =>
        field(SharePerSecondMonth, Customers, 2).service(0.005).range(0.001, 0.02, Lognormal).allowed(0.0, 10.0).slider(0.0, 0.1)
            .from(Judgement, "our judgement: no good study of customers lost to slowness exists");
    FreezeLoss("psi", "Sign-ups lost in a feature stop", "Sign-ups lost while features are frozen.") =>
        field(Share, Customers, 2).both(0.25).range(0.1, 0.5, LogitNormal)
            .from(Judgement, "our judgement");
    WordOfMouth("omega", "Sign-ups that users bring", "Share of sign-ups that existing users bring.") =>
        field(Share, Customers, 2).both(0.5).range(0.2, 0.8, LogitNormal)
            .from(Judgement, "our judgement");
    Cancel("cancel", "Waiting orders cancelled", "Waiting orders that are cancelled per month.") =>
        field(SharePerMonth, Customers, 2).hardware(0.25).range(0.1, 0.5, LogitNormal)
            .from(Judgement, "our judgement");
    Churn("c0", "Users who leave anyway", "Users who leave each month anyway.") =>
        field(SharePerMonth, Customers, 2).service(0.03).slider(0.0, 0.2)
            .from(Vendor, "industry surveys: 3-5 % a month with small firms, 1.5-3 % with larger ones");
    TerminalMonths("tv", "Worth of a user at the end", "Months of margin a user is worth at the end.") =>
        field(Months, Customers, 2).service(12.0).hardware(6.0).allowed(0.0, 600.0).slider(0.0, 48.0)
            .hardware_as("Worth of the last month's sales", "Months of margin the last month's sales are worth at the end.")
            .from(Judgement, "our judgement, and cautious: at 3 % leaving a month a user stays 33 months");
    Payroll("P", "Monthly cost of the team", "Monthly cost of the team.") =>
        field(MoneyPerMonth, Team, 2).service(60_000.0).hardware(50_000.0).allowed(0.0, 1e10).slider(1000.0, 1e6).log()
            .from(Experiment, "US wage statistics (mean 144,570 a year in 2024) and a factor of 1.25-1.4 for the full cost, for four people");
    OwnShare("own", "Rebuild done by the own team", "Share of the rebuild done by people you already pay, never made up.") =>
        field(Share, Team, 2).both(0.0)
            .from(Computed, "a matter of accounting");
    Freeze1("F1", "Feature work stopped by a rebuild", "Share of feature work that stops during the rebuild.") =>
        field(Share, Team, 2).both(1.0)
            .from(Article, "the article, “requires the entire engineering team”");
    DragNew0("drag0_0", "Debt at first: simple code", "Team time lost to debt when the code is new (levels 0/1/2).") =>
        field(Share, Team, 2).both(0.0)
            .from(Judgement, "our judgement: the simple version starts fastest, as the article says");
    DragNew1("drag0_1", "Debt at first: scalable code", "Team time lost to debt when the code is new (levels 0/1/2).") =>
        field(Share, Team, 2).both(0.05)
            .from(Judgement, "our judgement");
    DragNew2("drag0_2", "Debt at first: over-built code", "Team time lost to debt when the code is new (levels 0/1/2).") =>
        field(Share, Team, 2).both(0.15)
            .from(Judgement, "our judgement");
    DragOld0("drag1_0", "Debt later: simple code", "Team time lost to debt when the code is two years old (levels 0/1/2).") =>
        field(Share, Team, 2).service(0.25).service_range(0.12, 0.4, LogitNormal).hardware(0.2)
            .from(Survey, "developers lose 23 % of their time to debt (Besker and others 2018); an industry survey says 33 % (Stripe)");
    DragOld1("drag1_1", "Debt later: scalable code", "Team time lost to debt when the code is two years old (levels 0/1/2).") =>
        field(Share, Team, 2).service(0.12).service_range(0.06, 0.22, LogitNormal).hardware(0.1)
            .from(Judgement, "our judgement");
    DragOld2("drag1_2", "Debt later: over-built code", "Team time lost to debt when the code is two years old (levels 0/1/2).") =>
        field(Share, Team, 2).service(0.18).hardware(0.15)
            .from(Judgement, "our judgement");
    NothingAllowed("nothing_allowed", "Building nothing is an option", "Building nothing is one of the options.") =>
        field(Unit::YesNo, Rule, 2).both(1.0).allowed(0.0, 1.0).or(Special::YesNo)
            .from(Judgement, "our judgement: say no if you build in any case");
    Cash("cash", "Cash you have", "Cash you have (empty = unlimited); only the decision rule uses it.") =>
        field(Money, Rule, 2).both(f64::INFINITY).allowed(0.0, 1e12).slider(10_000.0, 1e8).log().or(Special::Unlimited)
            .from(Yours, "yours to know");
    Lag("lag", "Alarm to start of work", "Months from seeing the alarm to starting the work (early warning only).") =>
        field(Months, Rule, 2).both(0.0).allowed(0.0, 120.0).slider(0.0, 12.0)
            .from(Judgement, "our judgement");
    AlarmLate("alarm_late", "“When it hurts” is at", "Utilisation at which MVP_late starts its rebuild.") =>
        field(OfCapacity, Rule, 2).both(0.95).allowed(0.01, 10.0).slider(0.2, 1.2)
            .from(Article, "the article: 95 % of capacity is too late");
    AlarmWatch("alarm_watch", "The early warning is at", "Utilisation at which MVP_watch starts its rebuild; \"best\" = the level with the highest expected value.") =>
        field(OfCapacity, Rule, 2).both(f64::INFINITY).allowed(0.01, 10.0).slider(0.05, 1.2).or(Special::Best)
            .from(Computed, "computed: the level with the highest value; the article says 60-70 %");
    DiscountRate("disc", "Discount rate", "Discount rate.") =>
        field(SharePerYear, Horizon, 2).both(0.15).allowed(0.0, 10.0).slider(0.0, 0.5)
            .from(Judgement, "our judgement");
    Horizon("T", "Horizon", "Horizon.") =>
        field(Months, Group::Horizon, 2).both(36.0).allowed(6.0, 120.0).slider(12.0, 120.0).or(Special::Whole)
            .from(Judgement, "our judgement");
    FailureMonths("kill", "Months until a failure is stopped", "Months until a failure is stopped.") =>
        field(Months, Group::Horizon, 2).both(9.0).allowed(0.0, 120.0).slider(0.0, 36.0)
            .from(Judgement, "our judgement");
    PartsCost("bom", "Parts per unit", "Parts per unit.") =>
        field(MoneyPerUnit, UnitCost, 2).hardware(60.0).allowed(0.0, 1e6).slider(1.0, 1000.0).log()
            .from(Judgement, "our judgement");
    ExtraParts("bom_delta", "Extra parts for headroom", "Extra parts for headroom in every unit of the scalable design.") =>
        field(MoneyPerUnit, UnitCost, 2).hardware(3.0).range(1.5, 6.0, Lognormal).allowed(0.0, 1e6).slider(0.0, 30.0)
            .from(Article, "the article: 3 more a unit avoids a redesign");
    // ---- expert drawer -----------------------------------------------------------------------
    AlarmMsp("alarm_msp", "The scalable version extends at", "Utilisation at which the MSP extends itself (also MSP and OVER after a wrong bet).") =>
        field(OfCapacity, Rule, 3).both(0.65).allowed(0.01, 10.0).slider(0.2, 1.2)
            .from(Article, "the article: act at 60-70 % of capacity");
    IncidentChance("pi", "Chance the data move goes wrong", "Chance that the data migration goes wrong.") =>
        field(Share, Rebuild, 3).service(0.1).hardware(0.05)
            .hardware_as("Chance of a recall", "Chance that the hand-built units must be recalled at the redesign.")
            .from(Judgement, "our judgement; a vendor-paid survey (Bloor 2007) has 64 % of data moves late, which is not data loss");
    IncidentLoss("kap", "Users lost if it does", "Users lost if it does.") =>
        field(Share, Rebuild, 3).service(0.1).hardware(1.0)
            .hardware_as("Units replaced in a recall", "Share of them replaced if it does.")
            .from(Judgement, "our judgement");
    QuickFixCost("patch_cost", "Cost of a quick fix", "Cost of a quick fix.") =>
        field(OfBuildCost, Rebuild, 3).both(0.1).allowed(0.0, 100.0).slider(0.0, 1.0)
            .from(Judgement, "our judgement");
    QuickFixMonths("patch_months", "Time of a quick fix", "Time of a quick fix.") =>
        field(Months, Rebuild, 3).service(0.5).hardware(3.0).allowed(0.1, 120.0).slider(0.1, 6.0)
            .from(Judgement, "our judgement");
    ExtensionCost("e", "Cost of extending further", "Cost of extending level 1 to 2.") =>
        field(OfBuildCost, Rebuild, 3).both(0.5).allowed(0.0, 100.0).slider(0.0, 3.0)
            .from(Judgement, "our judgement");
    ExtensionMonths("L2", "Time of extending further", "Time of extending level 1 to 2.") =>
        field(Months, Rebuild, 3).service(2.0).hardware(4.0).allowed(0.1, 120.0).slider(0.1, 12.0)
            .from(Judgement, "our judgement");
    Freeze2("F2", "Feature work stopped by it", "Share of feature work that stops meanwhile.") =>
        field(Share, Rebuild, 3).both(0.25)
            .from(Judgement, "our judgement");
    Entry0("E_0", "Fixed cost of the simple level", "Fixed cost to enter level 0/1/2 (tooling, certification).") =>
        field(Money, Rebuild, 3).service(0.0).hardware(15_000.0).allowed(0.0, 1e10).slider(0.0, 500_000.0)
            .from(Vendor, "none for a service; prototypes of hardware cost 15,000-100,000 (industry)");
    Entry1("E_1", "Fixed cost of the scalable level", "Fixed cost to enter level 0/1/2 (tooling, certification).") =>
        field(Money, Rebuild, 3).service(0.0).hardware(85_000.0).allowed(0.0, 1e10).slider(0.0, 500_000.0)
            .from(Vendor, "none for a service; tooling costs 1,000 to over 100,000 (industry)");
    Entry2("E_2", "Fixed cost of the big level", "Fixed cost to enter level 0/1/2 (tooling, certification).") =>
        field(Money, Rebuild, 3).service(0.0).hardware(335_000.0).allowed(0.0, 1e10).slider(0.0, 1e6)
            .from(Vendor, "none for a service; tooling costs 1,000 to over 100,000 (industry)");
    ToolingMonths("L_tool", "Time to tool a ready design", "Time to tool a design that is ready for it.") =>
        field(Months, Rebuild, 3).hardware(3.0).allowed(0.1, 120.0).slider(0.1, 12.0)
            .from(Vendor, "moulds take 2-3 months (industry)");
    BuildWeeks("B_weeks", "Build time of the simple version", "Build time of the simple version.") =>
        field(Weeks, Rebuild, 3).service(10.0).hardware(26.0).allowed(0.1, 520.0).slider(1.0, 104.0)
            .from(Article, "implied by the article: 2-3 weeks are 20-30 % of ten weeks");
    DebtRamp("ramp", "Months until debt is fully felt", "Months until debt is fully felt.") =>
        field(Months, Team, 3).both(24.0).allowed(0.1, 600.0).slider(1.0, 60.0)
            .from(Judgement, "our judgement");
    ResponseEmpty("R1", "Wait when empty", "Seconds when empty.") =>
        field(Seconds, Room, 3).service(0.1).allowed(0.0, 3600.0).slider(0.0, 5.0)
            .from(Experiment, "Nielsen: a tenth of a second feels instant");
    ResponseLimit("Rmax", "Wait at which it is full", "Seconds that define capacity.") =>
        field(Seconds, Room, 3).service(4.0).allowed(0.001, 3600.0).slider(0.5, 20.0)
            .from(Article, "the article: 3-5 seconds at 1,000 users");
    ResponseOk("Rok", "Wait that does no harm", "No harm below this.") =>
        field(Seconds, Room, 3).service(1.0).allowed(0.0, 3600.0).slider(0.0, 5.0)
            .from(Experiment, "Nielsen: within one second the train of thought is not broken");
    QuadraticShare("k", "How sharply it slows down", "Share of the rise of the response time that is quadratic.") =>
        field(Share, Room, 3).service(1.0)
            .from(Article, "with 100 % the article's four statements lie on one curve");
    Multiple1("m1", "Room of the scalable version", "Capacity of level 1 as a multiple of level 0.") =>
        field(Factor, Room, 3).service(10.0).hardware(100.0).allowed(1.0, 1e6).slider(1.0, 100.0).log()
            .from(Article, "the article: ten times the growth without a redesign; from 50 to 5,000 units");
    Multiple2("m2", "Room of the over-built version", "Capacity of level 2 as a multiple of level 0.") =>
        field(Factor, Room, 3).service(100.0).hardware(1000.0).allowed(1.0, 1e6).slider(1.0, 1000.0).log()
            .from(Judgement, "our judgement");
    RunFixed0("run_fixed_0", "Running the simple version", "Hosting or line cost per month by level.") =>
        field(MoneyPerMonth, Running, 3).service(500.0).hardware(1000.0).allowed(0.0, 1e9).slider(0.0, 20_000.0)
            .from(Judgement, "our judgement");
    RunFixed1("run_fixed_1", "Running the scalable version", "Hosting or line cost per month by level.") =>
        field(MoneyPerMonth, Running, 3).service(1000.0).hardware(2500.0).allowed(0.0, 1e9).slider(0.0, 20_000.0)
            .from(Judgement, "our judgement");
    RunFixed2("run_fixed_2", "Running the over-built version", "Hosting or line cost per month by level.") =>
        field(MoneyPerMonth, Running, 3).service(4000.0).hardware(6000.0).allowed(0.0, 1e9).slider(0.0, 50_000.0)
            .from(Judgement, "our judgement");
    RunPerUser("run_var", "Hosting per user", "Hosting per user.") =>
        field(MoneyPerUserMonth, Running, 3).service(0.5).allowed(0.0, 1e6).slider(0.0, 20.0)
            .from(Judgement, "our judgement");
    Assembly0("asm_0", "Assembly by hand", "Assembly cost per unit around unit 50, by level.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(40.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
    Assembly1("asm_1", "Assembly with tools", "Assembly cost per unit around unit 50, by level.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(12.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
    Assembly2("asm_2", "Assembly on a line", "Assembly cost per unit around unit 50, by level.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(8.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
    Learning("lr", "Assembly cost per doubling", "Assembly cost factor per doubling of units (Wright).") =>
        field(Factor, UnitCost, 3).hardware(0.9).allowed(0.5, 1.0).slider(0.7, 1.0)
            .from(Judgement, "our judgement; Wright found 0.80 in 1936, electronics 0.90-0.95");
    Yield0("yld_0", "Good first time, by hand", "Share good first time, by level.") =>
        field(Share, UnitCost, 3).hardware(0.88).range(0.75, 0.95, LogitNormal).allowed(0.01, 1.0).slider(0.5, 1.0)
            .from(Judgement, "our judgement");
    Yield1("yld_1", "Good first time, with tools", "Share good first time, by level.") =>
        field(Share, UnitCost, 3).hardware(0.97).allowed(0.01, 1.0).slider(0.5, 1.0)
            .from(Judgement, "our judgement");
    Yield2("yld_2", "Good first time, on a line", "Share good first time, by level.") =>
        field(Share, UnitCost, 3).hardware(0.985).allowed(0.01, 1.0).slider(0.5, 1.0)
            .from(Judgement, "our judgement");
    FieldFailure0("fail_0", "Failing in use, made by hand", "Share failing in the field, by level.") =>
        field(Share, UnitCost, 3).hardware(0.06).range(0.03, 0.12, LogitNormal).slider(0.0, 0.5)
            .from(Survey, "our judgement; warranty cost computer makers 2-3.5 % of revenue (Warranty Week 2006)");
    FieldFailure1("fail_1", "Failing in use, made with tools", "Share failing in the field, by level.") =>
        field(Share, UnitCost, 3).hardware(0.02).slider(0.0, 0.5)
            .from(Survey, "our judgement; warranty cost computer makers 2-3.5 % of revenue (Warranty Week 2006)");
    FieldFailure2("fail_2", "Failing in use, made on a line", "Share failing in the field, by level.") =>
        field(Share, UnitCost, 3).hardware(0.015).slider(0.0, 0.5)
            .from(Survey, "our judgement; warranty cost computer makers 2-3.5 % of revenue (Warranty Week 2006)");
    ReturnHandling("ship", "Handling of a return", "Handling of a return.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(15.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
}

/// The inputs of a level: the keys with the endings `_0`, `_1`, `_2`.
impl Key {
    /// Team time lost to debt when the code is new, by level.
    pub const DRAG_NEW: [Self; 3] = [Self::DragNew0, Self::DragNew1, Self::DragNew2];
    /// Team time lost to debt when the code is old, by level.
    pub const DRAG_OLD: [Self; 3] = [Self::DragOld0, Self::DragOld1, Self::DragOld2];
    /// Fixed cost to enter a level.
    pub const ENTRY: [Self; 3] = [Self::Entry0, Self::Entry1, Self::Entry2];
    /// Hosting or line cost per month, by level.
    pub const RUN_FIXED: [Self; 3] = [Self::RunFixed0, Self::RunFixed1, Self::RunFixed2];
    /// Assembly cost per unit, by level.
    pub const ASSEMBLY: [Self; 3] = [Self::Assembly0, Self::Assembly1, Self::Assembly2];
    /// Share good first time, by level.
    pub const YIELD: [Self; 3] = [Self::Yield0, Self::Yield1, Self::Yield2];
    /// Share failing in the field, by level.
    pub const FIELD_FAILURE: [Self; 3] = [
        Self::FieldFailure0,
        Self::FieldFailure1,
        Self::FieldFailure2,
    ];

    /// The default of this input, or zero where the kind does not use it.
    #[must_use]
    pub fn default_for(self, kind: Kind) -> f64 {
        self.field().preset(kind).map_or(0.0, |preset| preset.best)
    }
}
