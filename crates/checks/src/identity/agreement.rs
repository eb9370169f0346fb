//! How two readings of one field agree: equal, equal by a named rule, different, or unreadable. There is no similarity number anywhere:
//! siblings have similar names and birth dates.

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $class:literal;)*) => {
        /// A named rule by which two readings are the same. Ordered from the mildest.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// Every rule, mildest first.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name, also the parameter of reasons.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// What the rule overlooks: 1 spelling, 2 arrangement, 3 a part that is missing or undecided, 4 letters that are missing or of a script
            /// without a table. A policy says up to which class two readings count as the same (`max_rule_class`); above, a person looks.
            pub fn class(self) -> u8 {
                match self { $(Self::$name => $class,)* }
            }
        }
    };
}

rules! {
    /// Hyphens and apostrophes; the machine readable zone has none (ICAO 9303-3, 4.6).
    Punctuation = "punctuation", 1;
    /// Letters differ in accents only.
    CaseAndAccents = "case_and_accents", 1;
    /// An admitted spelling of national letters (ICAO 9303-3, section 6, and the states' own tables).
    Transliteration = "transliteration", 1;
    /// A spelling of older documents.
    OlderTransliteration = "older_transliteration", 1;
    /// The zone's name field was too short (ICAO 9303-3, 4.6).
    MrzTruncation = "mrz_truncation", 1;
    /// A day and month whose order the other reading settles.
    DateOrder = "date_order", 1;
    /// A year of two digits, by the century rule.
    TwoDigitYear = "two_digit_year", 1;
    /// A year counted from another beginning: Buddhist, Persian, Minguo, Japanese eras.
    OtherCalendar = "other_calendar", 1;
    /// A country by its word or shorter code.
    CountryName = "country_name", 1;
    /// Surname first or given names first.
    NameOrder = "name_order", 2;
    /// The same words, parted differently between surname and given names.
    PartsSplit = "parts_split", 2;
    /// Written together or apart.
    Spacing = "spacing", 2;
    /// Particles such as van, de, bin, al are written on one side only.
    Particles = "particles", 2;
    /// A title such as Dr.
    Title = "title", 2;
    /// A word that stands for a missing name (FNU, LNU, XXX).
    Placeholder = "placeholder", 2;
    /// A birth or usual name is added on one side only (geb., née, épouse).
    BirthNameLeftOut = "birth_name_left_out", 2;
    /// The same words in an order that is neither given names first nor surname first.
    TokenOrder = "token_order", 3;
    /// One side has fewer given names.
    GivenNamesLeftOut = "given_names_left_out", 3;
    /// Of several surnames one side has only the first.
    FirstSurnameOnly = "first_surname_only", 3;
    /// Of several surnames one side lacks the first.
    LastSurnameOnly = "last_surname_only", 3;
    /// One side has no patronymic.
    PatronymicLeftOut = "patronymic_left_out", 3;
    /// The surname of one side is the birth or usual name of the other.
    BirthNameUsed = "birth_name_used", 3;
    /// Jr, Sr, III on one side only: it may be parent or child.
    SuffixOnOneSide = "suffix_on_one_side", 3;
    /// A person's only name, written twice on one side.
    SingleNameRepeated = "single_name_repeated", 3;
    /// Two plain spellings of one umlaut (MUELLER, MULLER): the original is not seen.
    TransliterationVariant = "transliteration_variant", 3;
    /// Characters that readers of print mistake for each other (O and 0, I and 1).
    LookAlike = "look_alike", 3;
    /// A day of a lunar calendar; by sight of the moon it may be one off.
    LunarCalendar = "lunar_calendar", 3;
    /// Parts of a date are unknown and the known ones agree.
    UnknownParts = "unknown_parts", 3;
    /// Day and month may be either way round, and nothing settles it.
    AmbiguousDate = "ambiguous_date", 3;
    /// Initials for names.
    Initials = "initials", 4;
    /// Arabic letters against a name as it is heard: the script does not write short vowels.
    AsHeard = "as_heard", 4;
    /// A script that no table here spells in A–Z.
    ScriptWithoutTable = "script_without_table", 4;
}

/// How two readings agree. Ordered from *equal* to *different*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The same; capitals and small letters are the same letter, since documents print in capitals.
    Equal,
    /// The same by a rule. Where several were needed: the least mild.
    By(Rule),
    /// One of them says nothing that could be compared.
    Unreadable,
    /// Not the same.
    Different,
}

impl Agreement {
    /// The class of its rule, 0 for *equal*; `None` for *different* and *unreadable*.
    pub fn class(self) -> Option<u8> {
        match self {
            Self::Equal => Some(0),
            Self::By(rule) => Some(rule.class()),
            Self::Unreadable | Self::Different => None,
        }
    }

    /// `equal`, the rule's name, `unreadable` or `different`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::By(rule) => rule.name(),
            Self::Unreadable => "unreadable",
            Self::Different => "different",
        }
    }

    /// The same, and `rule` was needed as well.
    #[must_use]
    pub fn and(self, rule: Rule) -> Self {
        self.max(Self::By(rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_by_class_and_named_once() {
        assert!(Rule::ALL.is_sorted_by_key(|rule| rule.class()));
        let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
    }

    #[test]
    fn the_least_mild_rule_is_kept_and_different_stays_different() {
        assert_eq!(Agreement::Equal.and(Rule::Title), Agreement::By(Rule::Title));
        assert_eq!(Agreement::By(Rule::Initials).and(Rule::Title), Agreement::By(Rule::Initials));
        assert_eq!(Agreement::Different.and(Rule::Title), Agreement::Different);
    }
}
