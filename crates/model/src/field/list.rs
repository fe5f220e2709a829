//! The inputs themselves, in the order of the form.

use super::{Field, Group, Kind, Preset, Range, Reliability, Shape, Special, Spread, Unit, Words};
use Group::{
    Customers, Demand, Doubts, Horizon, IfItWorks, Rebuild, Room, Rule, Running, Team, UnitCost,
    WhatItCarries, WhatItCosts,
};
use Reliability::{Article, Computed, Experiment, Judgement, Official, Survey, Vendor, Yours};
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
        hardware_source: None,
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
    const fn hardware_from(mut self, reliability: Reliability, source: &'static str) -> Self {
        self.hardware_source = Some((reliability, source));
        self
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
    Success("p", "Chance people really want this", "The chance that people really want this product.") =>
        field(Share, IfItWorks, 1).both(0.3).range(0.1, 0.6, LogitNormal)
            .from(Judgement, "our judgement; in the CB Insights post-mortems 42% of failures name no market need, and in US statistics half of new firms are gone after five years");
    UsersAtLaunch("demand.U0", "Users at launch", "Users on the day of the launch, if people want it.") =>
        field(Users, IfItWorks, 1).both(100.0).hardware(10.0).allowed(1.0, 1e9).slider(1.0, 1e5).log()
            .hardware_as("Orders a month at launch", "Orders a month at the launch, if people want it.").hardware_in(UnitsPerMonth)
            .from(Article, "the article's levels; the date is our judgement")
            .hardware_from(Judgement, "our judgement");
    UsersMonth6("demand.U6", "Users after 6 months", "Users six months after the launch, if people want it.") =>
        field(Users, IfItWorks, 1).both(500.0).hardware(80.0).allowed(1.0, 1e9).slider(1.0, 1e5).log()
            .hardware_as("Orders a month after 6 months", "Orders a month six months after the launch, if people want it.").hardware_in(UnitsPerMonth)
            .from(Article, "the article's levels; the date is our judgement")
            .hardware_from(Judgement, "our judgement");
    UsersMonth12("demand.U12", "Users after 12 months", "Users twelve months after the launch, if people want it.") =>
        field(Users, IfItWorks, 1).both(2000.0).hardware(417.0).allowed(1.0, 1e9).slider(1.0, 1e5).log()
            .hardware_as("Orders a month after 12 months", "Orders a month twelve months after the launch, if people want it.").hardware_in(UnitsPerMonth)
            .from(Article, "the article's levels; the date is our judgement")
            .hardware_from(Article, "the article: 5,000 units in production, taken as those of a year");
    Ceiling("demand.K", "The most users there could be", "The number of users at which growth comes to an end.") =>
        field(Users, IfItWorks, 1).both(6500.0).hardware(1000.0).allowed(1.0, 1e10).slider(10.0, 1e6).log()
            .hardware_as("The most orders a month", "The orders a month at which growth comes to an end.").hardware_in(UnitsPerMonth)
            .from(Judgement, "our judgement: an S-curve through the three user numbers ends there")
            .hardware_from(Judgement, "our judgement");
    UserMargin("v", "What one user brings in", "What one user brings in a month, after payment fees and support.") =>
        field(MoneyPerUserMonth, IfItWorks, 1).service(40.0).range(25.0, 64.0, Lognormal).allowed(0.0, 1e6).slider(1.0, 1000.0).log()
            .from(Judgement, "our judgement: a price of 50 a month, of which 80% remain (industry surveys)");
    Price("price", "What you keep per unit", "What is left of the price of a unit after dealers and shops have taken theirs.") =>
        field(MoneyPerUnit, IfItWorks, 1).hardware(349.0).range(290.0, 420.0, Lognormal).allowed(0.0, 1e6).slider(10.0, 5000.0).log()
            .from(Judgement, "our judgement");
    BuildCost("C0", "Building the simple version", "What it costs to build the simple version until its launch.") =>
        field(Money, WhatItCosts, 1).both(150_000.0).hardware(250_000.0).allowed(1.0, 1e10).slider(10_000.0, 1e7).log()
            .from(Judgement, "our judgement: four people for ten weeks at 15,000 a month each")
            .hardware_from(Judgement, "our judgement");
    Premium("a", "Extra for the scalable version", "How much more the scalable version costs than the simple one; it takes longer by the same share.") =>
        field(OfBuildCost, WhatItCosts, 1).both(0.25).range(0.2, 0.3, Normal).allowed(0.0, 20.0).slider(0.0, 0.6)
            .from(Article, "the article, “20–30% more in initial development”");
    RebuildCost("b", "Extra for rebuilding it later", "What a later rebuild costs, as a share of what the simple version cost.") =>
        field(OfBuildCost, WhatItCosts, 1).both(2.5).range(2.0, 3.0, Normal).allowed(0.0, 100.0).slider(0.0, 6.0)
            .hardware_as("Extra for redesigning it later", "What a later redesign costs, as a share of what the simple version cost.")
            .from(Article, "the article, “200–300% additional investment”");
    RebuildMonths("L1", "Length of the rebuild", "How long a rebuild takes from start to end.") =>
        field(Months, WhatItCosts, 1).both(4.0).service_range(2.5, 6.4, Lognormal).hardware(8.0).hardware_range(6.0, 12.0, Lognormal)
            .allowed(0.1, 120.0).slider(0.5, 18.0)
            .hardware_as("Length of the redesign", "How long a redesign takes from start to end.")
            .from(Article, "the article, “this restructuring takes four months and requires the entire engineering team”; elsewhere it says 6–12 months")
            .hardware_from(Article, "the article: 6–12 months");
    Capacity("cap0", "Users the simple version carries", "How many users the simple version carries before they complain.") =>
        field(Users, WhatItCarries, 1).both(1000.0).service_range(600.0, 1700.0, Lognormal).hardware(50.0).hardware_range(30.0, 80.0, Lognormal)
            .allowed(2.0, 1e9).slider(10.0, 1e5).log()
            .hardware_as("Units a month made by hand", "How many units a month can be made by hand.").hardware_in(UnitsPerMonth)
            .from(Article, "the article: searches take 3–5 seconds at 1,000 users; 50 units by hand")
            .hardware_from(Article, "the article: 50 units by hand");
    // ---- sceptic's dials ---------------------------------------------------------------------
    Size("size", "How big demand turns out", "How many times as big demand turns out as you entered it.") =>
        field(Factor, Demand, 2).both(1.0).range(0.35, 2.5, Lognormal).allowed(0.0, 1000.0).slider(0.1, 10.0).log()
            .from(Judgement, "our judgement");
    Speed("speed", "How fast demand grows", "How many times as fast demand grows as you entered it.") =>
        field(Factor, Demand, 2).both(1.0).range(0.7, 1.4, Lognormal).allowed(0.01, 100.0).slider(0.2, 5.0).log()
            .from(Judgement, "our judgement");
    OverPremium("a2", "Extra for the over-built version", "How much more the over-built version costs than the simple one; it takes longer by the same share.") =>
        field(OfBuildCost, Doubts, 2).both(1.0).range(0.6, 1.6, Lognormal).allowed(0.0, 20.0).slider(0.0, 3.0)
            .from(Judgement, "our judgement");
    QuickFix("patch", "Chance a quick fix is enough", "The chance that a quick fix is enough when the simple version is full.") =>
        field(Share, Doubts, 2).both(0.25).range(0.05, 0.6, LogitNormal)
            .hardware_as("Chance a quick fix is enough", "The chance that a quick fix is enough when orders exceed what can be made by hand.")
            .from(Judgement, "our judgement; a load test tells")
            .hardware_from(Judgement, "our judgement");
    WrongBet("wrong", "Chance it was the wrong thing", "The chance that you made the wrong part scalable.") =>
        field(Share, Doubts, 2).both(0.2).range(0.05, 0.5, LogitNormal)
            .from(Judgement, "our judgement");
    DelayPenalty("dp", "Success lost per month of delay", "The share of the chance of success that each month of later launch takes away.") =>
        field(SharePerMonth, Doubts, 2).both(0.02).range(0.005, 0.06, Lognormal).slider(0.0, 0.2)
            .from(Judgement, "our judgement");
    SignupLoss("eta", "Sign-ups lost per slow second", "The share of sign-ups lost for every second that a page is too slow.") =>
        field(SharePerSecond, Customers, 2).service(0.05).range(0.02, 0.15, Lognormal).allowed(0.0, 10.0).slider(0.0, 0.4)
            .from(Experiment, "experiments of Google and Bing: about 2% a second; industry data (Akamai): about 20%");
    SlowChurn("chi", "Users leaving per slow second", "The share of users who leave in a month for every second that a page is too slow.") =>
        field(SharePerSecondMonth, Customers, 2).service(0.005).range(0.001, 0.02, Lognormal).allowed(0.0, 10.0).slider(0.0, 0.1)
            .from(Judgement, "our judgement: no good study of customers lost to slowness exists");
    FreezeLoss("psi", "Sign-ups lost in a feature stop", "The share of sign-ups lost while no new features come.") =>
        field(Share, Customers, 2).both(0.25).range(0.1, 0.5, LogitNormal)
            .hardware_as("Orders lost in a feature stop", "The share of orders lost while no new features come.")
            .from(Judgement, "our judgement");
    WordOfMouth("omega", "Sign-ups that users bring", "The share of sign-ups that come because existing users talk about it.") =>
        field(Share, Customers, 2).both(0.5).range(0.2, 0.8, LogitNormal)
            .hardware_as("Orders that customers bring", "The share of orders that come because existing customers talk about it.")
            .from(Judgement, "our judgement");
    Cancel("cancel", "Waiting orders cancelled", "The share of waiting orders that are cancelled each month.") =>
        field(SharePerMonth, Customers, 2).hardware(0.25).range(0.1, 0.5, LogitNormal)
            .from(Judgement, "our judgement");
    Churn("c0", "Users who leave anyway", "The share of users who leave each month whatever you build.") =>
        field(SharePerMonth, Customers, 2).service(0.03).slider(0.0, 0.2)
            .from(Vendor, "industry surveys: 3–5% a month with small firms, 1.5–3% with larger ones");
    TerminalMonths("tv", "Worth of a user at the end", "How many months of what a user brings in each user is worth at the end.") =>
        field(Months, Customers, 2).service(12.0).hardware(6.0).allowed(0.0, 600.0).slider(0.0, 48.0)
            .hardware_as("Worth of the last month's sales", "How many months of what the last month's sales leave they are worth at the end.")
            .from(Judgement, "our judgement, and cautious: at 3% leaving a month a user stays 33 months")
            .hardware_from(Judgement, "our judgement");
    Payroll("P", "Monthly cost of the team", "What the team costs a month from the launch on.") =>
        field(MoneyPerMonth, Team, 2).service(60_000.0).hardware(50_000.0).allowed(0.0, 1e10).slider(1000.0, 1e6).log()
            .from(Official, "US wage statistics (mean 144,570 a year in 2024) and a factor of 1.25–1.4 for the full cost, for four people")
            .hardware_from(Judgement, "our judgement");
    OwnShare("own", "Rebuild done by the own team", "The share of a rebuild done by people you pay anyway, whose other work is never made up.") =>
        field(Share, Team, 2).both(0.0)
            .hardware_as("Redesign done by the own team", "The share of a redesign done by people you pay anyway, whose other work is never made up.")
            .from(Computed, "a matter of accounting");
    Freeze1("F1", "Feature work a rebuild stops", "The share of work on new features that stops during a rebuild.") =>
        field(Share, Team, 2).both(1.0)
            .hardware_as("Feature work a redesign stops", "The share of work on new features that stops during a redesign.")
            .from(Article, "the article, “requires the entire engineering team”");
    DragNew0("drag0_0", "Debt at first: simple code", "Team time lost to working around the code of the simple version while it is new.") =>
        field(Share, Team, 2).both(0.0)
            .hardware_as("Debt at first: simple design", "Team time lost to working around the simple design while it is new.")
            .from(Judgement, "our judgement: the simple version starts fastest, as the article says");
    DragNew1("drag0_1", "Debt at first: scalable code", "Team time lost to working around the code of the scalable version while it is new.") =>
        field(Share, Team, 2).both(0.05)
            .hardware_as("Debt at first: scalable design", "Team time lost to working around the scalable design while it is new.")
            .from(Judgement, "our judgement");
    DragNew2("drag0_2", "Debt at first: over-built code", "Team time lost to working around the code of the over-built version while it is new.") =>
        field(Share, Team, 2).both(0.15)
            .hardware_as("Debt at first: over-built design", "Team time lost to working around the over-built design while it is new.")
            .from(Judgement, "our judgement");
    DragOld0("drag1_0", "Debt later: simple code", "Team time lost to working around the code of the simple version once it is old.") =>
        field(Share, Team, 2).service(0.25).service_range(0.12, 0.4, LogitNormal).hardware(0.2)
            .hardware_as("Debt later: simple design", "Team time lost to working around the simple design once it is old.")
            .from(Survey, "developers lose 23% of their time to debt (Besker and others 2018); an industry survey says 33% (Stripe)");
    DragOld1("drag1_1", "Debt later: scalable code", "Team time lost to working around the code of the scalable version once it is old.") =>
        field(Share, Team, 2).service(0.12).service_range(0.06, 0.22, LogitNormal).hardware(0.1)
            .hardware_as("Debt later: scalable design", "Team time lost to working around the scalable design once it is old.")
            .from(Judgement, "our judgement");
    DragOld2("drag1_2", "Debt later: over-built code", "Team time lost to working around the code of the over-built version once it is old.") =>
        field(Share, Team, 2).service(0.18).hardware(0.15)
            .hardware_as("Debt later: over-built design", "Team time lost to working around the over-built design once it is old.")
            .from(Judgement, "our judgement");
    NothingAllowed("nothing_allowed", "Building nothing is an option", "Whether you could also build nothing; say no if you build in any case.") =>
        field(Unit::YesNo, Rule, 2).both(1.0).allowed(0.0, 1.0).or(Special::YesNo)
            .from(Judgement, "our judgement: say no if you build in any case");
    Cash("cash", "Cash you have", "The money there is for this product; leave it empty if there is no limit.") =>
        field(Money, Rule, 2).both(f64::INFINITY).allowed(0.0, 1e12).slider(10_000.0, 1e8).log().or(Special::Unlimited)
            .from(Yours, "yours to know");
    Lag("lag", "Alarm to start of work", "The months that pass between the early warning and the start of the work.") =>
        field(Months, Rule, 2).both(0.0).allowed(0.0, 120.0).slider(0.0, 12.0)
            .from(Judgement, "our judgement");
    AlarmLate("alarm_late", "“When it hurts” is at", "How full the simple version is when the late rebuild starts.") =>
        field(OfCapacity, Rule, 2).both(0.95).allowed(0.01, 10.0).slider(0.2, 1.2)
            .hardware_as("“When it hurts” is at", "How much of what can be made is ordered when the late redesign starts.")
            .from(Article, "the article: 95% of capacity is too late");
    AlarmWatch("alarm_watch", "The early warning is at", "How full the simple version is when the early rebuild starts; “best” finds the level that is worth most.") =>
        field(OfCapacity, Rule, 2).both(f64::INFINITY).allowed(0.01, 10.0).slider(0.05, 1.2).or(Special::Best)
            .hardware_as("The early warning is at", "How much of what can be made is ordered when the early redesign starts; “best” finds the level that is worth most.")
            .from(Computed, "computed: the level with the highest value; the article says 60–70%");
    DiscountRate("disc", "Discount rate", "How much less money is worth a year later.") =>
        field(SharePerYear, Horizon, 2).both(0.15).allowed(0.0, 10.0).slider(0.0, 0.5)
            .from(Judgement, "our judgement");
    Horizon("T", "Horizon", "The months counted, from the start of the project.") =>
        field(Months, Group::Horizon, 2).both(36.0).allowed(6.0, 120.0).slider(12.0, 120.0).or(Special::Whole)
            .from(Judgement, "our judgement");
    FailureMonths("kill", "Months until a failure stops", "The months after launch at which you stop if nobody wants it.") =>
        field(Months, Group::Horizon, 2).both(9.0).allowed(0.0, 120.0).slider(0.0, 36.0)
            .from(Judgement, "our judgement");
    PartsCost("bom", "Parts per unit", "What the parts of a unit cost.") =>
        field(MoneyPerUnit, UnitCost, 2).hardware(60.0).allowed(0.0, 1e6).slider(1.0, 1000.0).log()
            .from(Judgement, "our judgement");
    ExtraParts("bom_delta", "Extra parts for headroom", "What the extra parts cost that every unit of the scalable design carries.") =>
        field(MoneyPerUnit, UnitCost, 2).hardware(3.0).range(1.5, 6.0, Lognormal).allowed(0.0, 1e6).slider(0.0, 30.0)
            .from(Article, "the article: 3 more a unit avoids a redesign");
    // ---- expert drawer -----------------------------------------------------------------------
    AlarmMsp("alarm_msp", "The scalable version extends at", "How full the scalable version is when it is extended.") =>
        field(OfCapacity, Rule, 3).both(0.65).allowed(0.01, 10.0).slider(0.2, 1.2)
            .hardware_as("Scalable version is tooled at", "How much of what can be made is ordered when the scalable version is tooled, and later extended.")
            .from(Article, "the article: act at 60–70% of capacity");
    IncidentChance("pi", "Chance the data move goes wrong", "The chance that something goes wrong when the data moves to the rebuilt version.") =>
        field(Share, Rebuild, 3).service(0.1).hardware(0.05)
            .hardware_as("Chance of a recall", "The chance that the units made by hand must be recalled at the redesign.")
            .from(Judgement, "our judgement; a vendor-paid survey (Bloor 2007) has 64% of data moves late, which is not data loss")
            .hardware_from(Judgement, "our judgement");
    IncidentLoss("kap", "Users lost if it does", "The share of users lost if the data move goes wrong.") =>
        field(Share, Rebuild, 3).service(0.1).hardware(1.0)
            .hardware_as("Units replaced in a recall", "The share of the units made by hand that a recall replaces.")
            .from(Judgement, "our judgement");
    QuickFixCost("patch_cost", "Cost of a quick fix", "What a quick fix costs, as a share of what the simple version cost.") =>
        field(OfBuildCost, Rebuild, 3).both(0.1).allowed(0.0, 100.0).slider(0.0, 1.0)
            .from(Judgement, "our judgement");
    QuickFixMonths("patch_months", "Time of a quick fix", "How long a quick fix takes.") =>
        field(Months, Rebuild, 3).service(0.5).hardware(3.0).allowed(0.1, 120.0).slider(0.1, 6.0)
            .from(Judgement, "our judgement");
    ExtensionCost("e", "Cost of extending further", "What it costs to extend the scalable version, as a share of what the simple version cost.") =>
        field(OfBuildCost, Rebuild, 3).both(0.5).allowed(0.0, 100.0).slider(0.0, 3.0)
            .from(Judgement, "our judgement");
    ExtensionMonths("L2", "Time of extending further", "How long it takes to extend the scalable version.") =>
        field(Months, Rebuild, 3).service(2.0).hardware(4.0).allowed(0.1, 120.0).slider(0.1, 12.0)
            .from(Judgement, "our judgement");
    Freeze2("F2", "Feature work stopped by it", "The share of work on new features that stops while the scalable version is extended.") =>
        field(Share, Rebuild, 3).both(0.25)
            .from(Judgement, "our judgement");
    Entry0("E_0", "Fixed cost of the simple level", "What has to be paid once to start on the simple level, such as tooling or approval.") =>
        field(Money, Rebuild, 3).service(0.0).hardware(15_000.0).allowed(0.0, 1e10).slider(0.0, 500_000.0)
            .from(Vendor, "none for a service; prototypes of hardware cost 15,000–100,000 (industry)")
            .hardware_from(Vendor, "prototypes of hardware cost 15,000–100,000 (industry)");
    Entry1("E_1", "Fixed cost of the scalable level", "What has to be paid once to enter the scalable level, such as tooling or approval.") =>
        field(Money, Rebuild, 3).service(0.0).hardware(85_000.0).allowed(0.0, 1e10).slider(0.0, 500_000.0)
            .from(Vendor, "none for a service; tooling costs 1,000 to over 100,000 (industry)")
            .hardware_from(Vendor, "tooling costs 1,000 to over 100,000 (industry)");
    Entry2("E_2", "Fixed cost of the big level", "What has to be paid once to enter the big level, such as tooling or approval.") =>
        field(Money, Rebuild, 3).service(0.0).hardware(335_000.0).allowed(0.0, 1e10).slider(0.0, 1e6)
            .from(Vendor, "none for a service; tooling costs 1,000 to over 100,000 (industry)")
            .hardware_from(Vendor, "tooling costs 1,000 to over 100,000 (industry)");
    ToolingMonths("L_tool", "Time to tool a ready design", "How long it takes to tool a design that is ready for it.") =>
        field(Months, Rebuild, 3).hardware(3.0).allowed(0.1, 120.0).slider(0.1, 12.0)
            .from(Vendor, "moulds take 2–3 months (industry)");
    BuildWeeks("B_weeks", "Build time of the simple version", "The weeks from the start of the project to the launch of the simple version.") =>
        field(Weeks, Rebuild, 3).service(10.0).hardware(26.0).allowed(0.1, 520.0).slider(1.0, 104.0)
            .from(Article, "implied by the article: 2–3 weeks are 20–30% of ten weeks")
            .hardware_from(Judgement, "our judgement");
    DebtRamp("ramp", "Months until debt is fully felt", "The months after which code counts as old.") =>
        field(Months, Team, 3).both(24.0).allowed(0.1, 600.0).slider(1.0, 60.0)
            .hardware_as("Months until debt is fully felt", "The months after which a design counts as old.")
            .from(Judgement, "our judgement");
    ResponseEmpty("R1", "Wait when empty", "How long a page takes when hardly anybody is there.") =>
        field(Seconds, Room, 3).service(0.1).allowed(0.0, 3600.0).slider(0.0, 5.0)
            .from(Experiment, "Nielsen: a tenth of a second feels instant");
    ResponseLimit("Rmax", "Wait at which it is full", "How long a page may take; a version is full when pages take this long.") =>
        field(Seconds, Room, 3).service(4.0).allowed(0.001, 3600.0).slider(0.5, 20.0)
            .from(Article, "the article: 3–5 seconds at 1,000 users");
    ResponseOk("Rok", "Wait that does no harm", "How long a page may take without anybody minding.") =>
        field(Seconds, Room, 3).service(1.0).allowed(0.0, 3600.0).slider(0.0, 5.0)
            .from(Experiment, "Nielsen: within one second the train of thought is not broken");
    QuadraticShare("k", "How sharply it slows down", "How much of the slowing down comes suddenly, with the square of the users.") =>
        field(Share, Room, 3).service(1.0)
            .from(Article, "with 100% the article's four statements lie on one curve");
    Multiple1("m1", "Room of the scalable version", "How many times as much the scalable version carries as the simple one.") =>
        field(Factor, Room, 3).service(10.0).hardware(100.0).allowed(1.0, 1e6).slider(1.0, 100.0).log()
            .hardware_as("Room of the scalable version", "How many times as many units the scalable version makes as the simple one.")
            .from(Article, "the article: ten times the growth without a redesign; from 50 to 5,000 units")
            .hardware_from(Article, "the article: from 50 to 5,000 units");
    Multiple2("m2", "Room of the over-built version", "How many times as much the over-built version carries as the simple one.") =>
        field(Factor, Room, 3).service(100.0).hardware(1000.0).allowed(1.0, 1e6).slider(1.0, 1000.0).log()
            .hardware_as("Room of the over-built version", "How many times as many units the over-built version makes as the simple one.")
            .from(Judgement, "our judgement");
    RunFixed0("run_fixed_0", "Running the simple version", "What hosting the simple version costs a month, before what each user adds.") =>
        field(MoneyPerMonth, Running, 3).service(500.0).hardware(1000.0).allowed(0.0, 1e9).slider(0.0, 20_000.0)
            .hardware_as("Line of the simple version", "What the line costs a month on which the simple version is made.")
            .from(Judgement, "our judgement");
    RunFixed1("run_fixed_1", "Running the scalable version", "What hosting the scalable version costs a month, before what each user adds.") =>
        field(MoneyPerMonth, Running, 3).service(1000.0).hardware(2500.0).allowed(0.0, 1e9).slider(0.0, 20_000.0)
            .hardware_as("Line of the scalable version", "What the line costs a month on which the scalable version is made.")
            .from(Judgement, "our judgement");
    RunFixed2("run_fixed_2", "Running the over-built version", "What hosting the over-built version costs a month, before what each user adds.") =>
        field(MoneyPerMonth, Running, 3).service(4000.0).hardware(6000.0).allowed(0.0, 1e9).slider(0.0, 50_000.0)
            .hardware_as("Line of the over-built version", "What the line costs a month on which the over-built version is made.")
            .from(Judgement, "our judgement");
    RunPerUser("run_var", "Hosting per user", "What hosting costs a month for each user.") =>
        field(MoneyPerUserMonth, Running, 3).service(0.5).allowed(0.0, 1e6).slider(0.0, 20.0)
            .from(Judgement, "our judgement");
    Assembly0("asm_0", "Assembly by hand", "What it costs to put a unit together by hand, around the fiftieth.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(40.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
    Assembly1("asm_1", "Assembly with tools", "What it costs to put a unit together with tools, around the fiftieth.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(12.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
    Assembly2("asm_2", "Assembly on a line", "What it costs to put a unit together on a line, around the fiftieth.") =>
        field(MoneyPerUnit, UnitCost, 3).hardware(8.0).allowed(0.0, 1e6).slider(0.0, 200.0)
            .from(Judgement, "our judgement");
    Learning("lr", "Assembly cost per doubling", "What is left of the assembly cost each time the number of units made doubles.") =>
        field(Factor, UnitCost, 3).hardware(0.9).allowed(0.5, 1.0).slider(0.7, 1.0)
            .from(Judgement, "our judgement; Wright found 0.80 in 1936, electronics 0.90–0.95");
    Yield0("yld_0", "Good first time, by hand", "The share of units made by hand that are good at once.") =>
        field(Share, UnitCost, 3).hardware(0.88).range(0.75, 0.95, LogitNormal).allowed(0.01, 1.0).slider(0.5, 1.0)
            .from(Judgement, "our judgement");
    Yield1("yld_1", "Good first time, with tools", "The share of units made with tools that are good at once.") =>
        field(Share, UnitCost, 3).hardware(0.97).allowed(0.01, 1.0).slider(0.5, 1.0)
            .from(Judgement, "our judgement");
    Yield2("yld_2", "Good first time, on a line", "The share of units made on a line that are good at once.") =>
        field(Share, UnitCost, 3).hardware(0.985).allowed(0.01, 1.0).slider(0.5, 1.0)
            .from(Judgement, "our judgement");
    FieldFailure0("fail_0", "Failing in use, made by hand", "The share of units made by hand that fail in use.") =>
        field(Share, UnitCost, 3).hardware(0.06).range(0.03, 0.12, LogitNormal).slider(0.0, 0.5)
            .from(Survey, "our judgement; warranty cost computer makers 2–3.5% of revenue (Warranty Week 2006)");
    FieldFailure1("fail_1", "Failing in use, made with tools", "The share of units made with tools that fail in use.") =>
        field(Share, UnitCost, 3).hardware(0.02).slider(0.0, 0.5)
            .from(Survey, "our judgement; warranty cost computer makers 2–3.5% of revenue (Warranty Week 2006)");
    FieldFailure2("fail_2", "Failing in use, made on a line", "The share of units made on a line that fail in use.") =>
        field(Share, UnitCost, 3).hardware(0.015).slider(0.0, 0.5)
            .from(Survey, "our judgement; warranty cost computer makers 2–3.5% of revenue (Warranty Week 2006)");
    ReturnHandling("ship", "Handling of a return", "What it costs to handle a unit that comes back, beside its replacement.") =>
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
