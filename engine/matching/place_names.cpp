#include "engine/matching/place_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/matching/place_words.h"

namespace desakota::matching {
namespace {

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// What stands before a settlement's name and is none of it.
constexpr std::array<std::string_view, 4> kKindWords{"desa", "ds", "kel", "kelurahan"};
constexpr std::array<std::string_view, 2> kUnitWords{"upt", "sp"};
constexpr std::array<std::string_view, 2> kFormerWords{"eks", "ex"};
constexpr std::array<std::string_view, 2> kKecamatanWords{"kec", "kecamatan"};
constexpr std::array<std::string_view, 4> kLargerWords{"kab", "kabupaten", "prov", "provinsi"};
/// Words by which places of one name are told apart.
constexpr std::array<std::string_view, 20> kMarks{"baru",  "lama",   "hulu", "hilir", "utara", "selatan", "timur",
                                                  "barat", "tengah", "atas", "bawah", "dalam", "luar",    "besar",
                                                  "kecil", "kanan",  "kiri", "tua",   "muda",  "induk"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kSameMarks{{{"ulu", "hulu"}, {"ilir", "hilir"}}};

/// Old spelling in the new one.
std::string in_new_spelling(std::string word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSpellings{
        {{"oe", "u"}, {"dj", "j"}, {"tj", "c"}}};
    for (const auto& [old_letters, new_letters] : kSpellings) {
        for (auto place = word.find(old_letters); place != std::string::npos; place = word.find(old_letters, place)) {
            word.replace(place, old_letters.size(), new_letters);
        }
    }
    return word;
}

/// A short form in full.
std::string in_full(const std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShortForms{
        {{"tj", "tanjung"}, {"sei", "sungai"}, {"gn", "gunung"}, {"sp", "simpang"}}};
    for (const auto& [short_form, full] : kShortForms) {
        if (word == short_form) return std::string(full);
    }
    return word;
}

std::optional<int> digits_number(std::string_view digits) {
    constexpr std::size_t kMostDigits = 6;
    if (digits.size() > kMostDigits) return std::nullopt;
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<int> number_of(const PlaceWord& word) {
    return word.is_number ? digits_number(word.text) : roman_number(word.text);
}

/// Where a Roman numeral with "ii" is written onto a word ("selimauii"): the length of the word without it.
std::optional<std::size_t> numeral_on(const std::string& word) {
    constexpr std::size_t kShortest = 3;
    const auto last = word.find_last_not_of("ivx");
    if (last == std::string::npos || last + 1 < kShortest) return std::nullopt;
    const auto tail = std::string_view(word).substr(last + 1);
    if (tail.find("ii") == std::string_view::npos || !roman_number(tail)) return std::nullopt;
    return last + 1;
}

/// The mark that a word is, or that it ends with ("sumberbaru"); empty without.
std::string mark_of(std::string_view word) {
    constexpr std::size_t kShortest = 3;
    for (const auto& [variant, mark] : kSameMarks) {
        if (word == variant) return std::string(mark);
    }
    for (const auto mark : kMarks) {
        const bool ends_word = mark.size() > kShortest && word.size() >= mark.size() + kShortest;
        if (word == mark || (ends_word && word.ends_with(mark))) return std::string(mark);
    }
    return {};
}

/// Takes a name apart, word by word.
class NameReader {
public:
    explicit NameReader(std::vector<PlaceWord> words) : words_(std::move(words)) {}

    PlaceName read() {
        while (next_ < words_.size()) take_word();
        if (name_.is_empty()) take_units_for_name();
        if (name_.is_empty()) take_all_for_name();
        std::ranges::sort(name_.marks);
        return std::move(name_);
    }

private:
    enum class Mode : std::uint8_t { Name, Former, Kecamatan, Larger };

    void take_word() {
        const auto& word = words_[next_];
        if (word.part != part_) begin_part(word);
        if (word.begins_part) at_start_ = true;
        if (take_unit(word) || change_mode(word)) return;
        ++next_;
        if (at_start_ && is_one_of(kKindWords, word.text)) return;
        at_start_ = false;
        add(word);
    }

    void begin_part(const PlaceWord& word) {
        part_ = word.part;
        // What follows a kecamatan is what it lies in.
        mode_ = mode_ == Mode::Kecamatan || mode_ == Mode::Larger ? Mode::Larger : Mode::Name;
    }

    /// Whether the word "sp" is Simpang: a word of a name follows, as in "Sp. Padang", and no number.
    [[nodiscard]] bool is_simpang() const {
        if (next_ + 1 >= words_.size()) return false;
        const auto& word = words_[next_ + 1];
        return word.part == words_[next_].part && !number_of(word) && !is_one_of(kKindWords, word.text) &&
               !is_one_of(kUnitWords, word.text) && !is_one_of(kFormerWords, word.text) &&
               !is_one_of(kKecamatanWords, word.text) && !is_one_of(kLargerWords, word.text);
    }

    /// "UPT XII", "SP.3", or the bare word.
    bool take_unit(const PlaceWord& word) {
        if (!is_one_of(kUnitWords, word.text) || (word.text == "sp" && is_simpang())) return false;
        auto& unit = word.text == "upt" ? name_.upt : name_.sp;
        ++next_;
        if (next_ == words_.size() || words_[next_].part != word.part) return true;
        const auto number = number_of(words_[next_]);
        if (!number) return true;
        unit = number;
        ++next_;
        return true;
    }

    bool change_mode(const PlaceWord& word) {
        if (is_one_of(kFormerWords, word.text)) {
            // "Eks Mekar Sari" has no other name.
            if (!name_.is_empty()) mode_ = Mode::Former;
        } else if (is_one_of(kKecamatanWords, word.text)) {
            if (!name_.is_empty()) mode_ = Mode::Kecamatan;
        } else if (is_one_of(kLargerWords, word.text) && !name_.is_empty()) {
            mode_ = Mode::Larger;
        } else {
            return false;
        }
        ++next_;
        return true;
    }

    void add(const PlaceWord& word) {
        if (mode_ == Mode::Former) name_.former_letters += letters_of(word);
        if (mode_ == Mode::Kecamatan) name_.kecamatan += letters_of(word);
        if (mode_ == Mode::Name) add_to_name(word);
    }

    static std::string letters_of(const PlaceWord& word) {
        const auto number = number_of(word);
        return number ? "#" + std::to_string(*number) : in_new_spelling(in_full(word.text));
    }

    void add_to_name(const PlaceWord& word) {
        if (const auto number = number_of(word)) return add_number(*number);
        if (const auto length = numeral_on(word.text)) {
            add_letters(word.text.substr(0, *length));
            return add_number(roman_number(std::string_view(word.text).substr(*length)).value_or(0));
        }
        add_letters(in_full(word.text));
    }

    void add_number(int number) {
        name_.numbers.push_back(number);
        append_word(std::to_string(number));
        name_.letters += "#" + std::to_string(number);
    }

    void add_letters(const std::string& word) {
        const auto spelt = in_new_spelling(word);
        append_word(spelt);
        name_.letters += spelt;
        if (auto mark = mark_of(spelt); !mark.empty()) name_.marks.push_back(std::move(mark));
    }

    void append_word(const std::string& word) {
        if (!name_.words.empty()) name_.words += ' ';
        name_.words += word;
    }

    /// "UPT XII" and nothing else.
    void take_units_for_name() {
        for (const auto& [unit, word] : {std::pair{name_.upt, "upt"}, std::pair{name_.sp, "sp"}}) {
            if (!unit) continue;
            add_letters(word);
            add_number(*unit);
        }
    }

    /// "Desa" and nothing else.
    void take_all_for_name() {
        for (const auto& word : words_) add_to_name(word);
    }

    std::vector<PlaceWord> words_;
    PlaceName name_;
    std::size_t next_ = 0;
    std::size_t part_ = 0;
    bool at_start_ = true;  // of a part, the words of kinds aside
    Mode mode_ = Mode::Name;
};

bool differ(const std::optional<int>& left, const std::optional<int>& right) {
    return left && right && *left != *right;
}

}  // namespace

bool PlaceName::is_other_unit_than(const PlaceName& other) const {
    return differ(upt, other.upt) || differ(sp, other.sp);
}

bool PlaceName::has_units_of(const PlaceName& other) const {
    return upt == other.upt && sp == other.sp;
}

PlaceName read_place_name(std::string_view text) {
    return NameReader(place_words(text)).read();
}

bool may_be_alike(const PlaceName& left, const PlaceName& right) {
    return left.numbers == right.numbers && left.marks == right.marks && !left.is_other_unit_than(right);
}

std::string kecamatan_key(std::string_view text) {
    return read_place_name(text).letters;
}

std::optional<int> roman_number(std::string_view lower_case_word) {
    constexpr std::array<std::string_view, 20> kNumerals{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                         "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                         "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
    const auto* const found = std::ranges::find(kNumerals, lower_case_word);
    if (found == kNumerals.end()) return std::nullopt;
    return static_cast<int>(found - kNumerals.begin()) + 1;
}

}  // namespace desakota::matching
