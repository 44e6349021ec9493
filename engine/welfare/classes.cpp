#include "engine/welfare/classes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/number_text.h"

namespace desakota::welfare {
namespace {

/// Half of the 1e-9 to which values are rounded before they are classed.
constexpr double kNoise = 5e-10;

bool is_past(const Break& a_break, double value) {
    if (std::abs(value - a_break.at) <= kNoise) return a_break.joins == Joins::Above;
    return value > a_break.at;
}

bool is_colour(const std::string& text) {
    constexpr std::size_t kLength = 7;
    return text.size() == kLength && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

void add_break_faults(const Classes& classes, std::vector<core::Text>& faults) {
    for (std::size_t i = 0; i < classes.breaks.size(); ++i) {
        const double at = classes.breaks[i].at;
        if (!std::isfinite(at)) faults.push_back({"a break is no number", "ada batas kelas yang bukan angka"});
        if (i == 0 || at > classes.breaks[i - 1].at) continue;
        faults.push_back(core::format_text("the break {0} does not come after {1}; sort the breaks, each once",
                                           "batas kelas {0} tidak sesudah {1}; urutkan batas kelas, masing-masing "
                                           "sekali",
                                           core::number_text(at), core::number_text(classes.breaks[i - 1].at)));
    }
    if (classes.classes.size() != classes.breaks.size() + 1) {
        faults.push_back(core::format_text("{0} classes for {1} breaks; there must be one class more than breaks",
                                           "{0} kelas untuk {1} batas; kelas harus satu lebih banyak daripada batas",
                                           classes.classes.size(), classes.breaks.size()));
    }
}

}  // namespace

std::optional<std::size_t> class_of(const Classes& classes, double value) {
    if (!std::isfinite(value)) return std::nullopt;
    const auto first_above =
        std::ranges::find_if_not(classes.breaks, [value](const Break& a_break) { return is_past(a_break, value); });
    return static_cast<std::size_t>(first_above - classes.breaks.begin());
}

const Class* find_class(const Classes& classes, const std::optional<double>& value) {
    const auto place = value ? class_of(classes, *value) : std::nullopt;
    return place ? &classes.classes[*place] : nullptr;
}

std::vector<core::Text> class_faults(const Classes& classes) {
    std::vector<core::Text> faults;
    add_break_faults(classes, faults);
    std::set<std::string> codes;
    for (const auto& one : classes.classes) {
        if (one.code.empty()) faults.push_back({"a class has no code", "ada kelas tanpa kode"});
        if (!one.code.empty() && !codes.insert(one.code).second) {
            faults.push_back(
                core::format_text("the class code '{}' is there twice", "kode kelas '{}' ada dua kali", one.code));
        }
        if (one.label.english.empty() || one.label.indonesian.empty()) {
            faults.push_back(core::format_text("the class '{}' needs a label in both languages",
                                               "kelas '{}' perlu label dalam kedua bahasa", one.code));
        }
        if (!is_colour(one.colour)) {
            faults.push_back(core::format_text("the colour of class '{}' must look like \"#1a9850\"",
                                               "warna kelas '{}' harus seperti \"#1a9850\"", one.code));
        }
    }
    return faults;
}

}  // namespace desakota::welfare
