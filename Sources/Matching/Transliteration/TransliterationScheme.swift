/// A published way to write one script in another, or a practice of the press that is as settled as one.
public enum TransliterationScheme: String, CaseIterable, Sendable {
    case exonym
    case counterpart
    case press
    case bgnPcgnRussian = "bgn-pcgn-ru"
    case ukrainianOfficial = "uk-2010"
    case bgnPcgnUkrainian = "bgn-pcgn-uk-1965"
    case bgnPcgnBelarusian = "bgn-pcgn-be"
    case belarusianOfficial = "be-2007"
    case lacinka
    case iso9 = "iso-9"
    case scholarly = "din-1460"
    case passport = "icao-9303"
    case german = "duden"
    case french
    case polish = "pwn"
    case spanish
    case englishReading = "reading-en"
    case germanReading = "reading-de"
    case frenchReading = "reading-fr"
    case polishReading = "reading-pl"
    case diacriticReading = "reading-cs"
}

extension TransliterationScheme {
    /// The scheme's name for people, with the year of the edition that is followed.
    public var title: String {
        switch self {
        case .exonym: "established name"
        case .counterpart: "counterpart in Russian, Ukrainian or Belarusian"
        case .press: "practice of the press"
        case .bgnPcgnRussian: "BGN/PCGN 1947 (Russian)"
        case .ukrainianOfficial: "Cabinet resolution 55 of 2010 = BGN/PCGN 2019 (Ukrainian)"
        case .bgnPcgnUkrainian: "BGN/PCGN 1965 (Ukrainian)"
        case .bgnPcgnBelarusian: "BGN/PCGN 1979 (Belarusian)"
        case .belarusianOfficial: "national romanisation of 2007 (Belarusian)"
        case .lacinka: "Łacinka (Belarusian)"
        case .iso9: "ISO 9:1995"
        case .scholarly: "DIN 1460:1982, scholarly"
        case .passport: "ICAO Doc 9303, passports"
        case .german: "Duden transcription (German)"
        case .french: "French transcription"
        case .polish: "PWN transcription (Polish)"
        case .spanish: "Spanish transcription"
        case .englishReading: "read as an English spelling"
        case .germanReading: "read as a German spelling"
        case .frenchReading: "read as a French spelling"
        case .polishReading: "read as a Polish spelling"
        case .diacriticReading: "read as Łacinka, ISO 9 or a Czech spelling"
        }
    }

    /// The language in which a Latin result of the scheme is at home, where there is one.
    var latinLanguage: String? {
        switch self {
        case .german: "de"
        case .french: "fr"
        case .polish: "pl"
        case .spanish: "es"
        default: nil
        }
    }
}
