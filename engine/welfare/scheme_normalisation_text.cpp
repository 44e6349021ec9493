// read_normalisation: how an indicator of a scheme file becomes comparable.
#include <algorithm>
#include <array>

#include "engine/welfare/scheme_reading.h"

namespace desakota::welfare {
namespace {

using config::Reader;

constexpr double kLargest = 1e15;

void read_goalposts(Reader& table, Normalisation& normalisation) {
    const auto least = table.number("least", -kLargest, kLargest);
    const auto most = table.number("most", -kLargest, kLargest);
    if (least && most && *least < *most) {
        normalisation.least = *least;
        normalisation.most = *most;
        return;
    }
    table.error(table.table().line, {"goalposts need `least` and `most`, `least` below `most`.",
                                     "goalposts memerlukan `least` dan `most`, `least` di bawah `most`."});
}

void read_target(Reader& table, Normalisation& normalisation) {
    const auto target = table.number("target", -kLargest, kLargest);
    if (target && *target > 0.0) {
        normalisation.target = *target;
        return;
    }
    table.error(table.table().line,
                {"a target needs `target`, a number above 0.", "target memerlukan `target`, bilangan di atas 0."});
}

std::vector<double> read_scores(Reader& table) {
    const auto* value = table.value("scores");
    const auto* array = value == nullptr ? nullptr : std::get_if<config::Array>(&value->data);
    std::vector<double> scores;
    if (array == nullptr) return scores;
    for (const auto& item : *array) {
        if (const auto* whole = std::get_if<std::int64_t>(&item.data)) scores.push_back(static_cast<double>(*whole));
        if (const auto* decimal = std::get_if<double>(&item.data)) scores.push_back(*decimal);
    }
    if (scores.size() != array->size()) scores.clear();
    return scores;
}

void read_bands(Reader& table, Normalisation& normalisation) {
    normalisation.breaks = read_breaks(table);
    normalisation.scores = read_scores(table);
    const auto& breaks = normalisation.breaks;
    const auto unsorted =
        std::ranges::adjacent_find(breaks, [](const Break& left, const Break& right) { return left.at >= right.at; });
    if (unsorted != breaks.end()) {
        table.error(table.table().line, {"the breaks of the bands must rise, each there once.",
                                         "batas pita skor harus naik, masing-masing sekali."});
    }
    if (!breaks.empty() && normalisation.scores.size() == breaks.size() + 1) return;
    table.error(table.table().line,
                {"bands need `breaks` and `scores`, one score more than breaks, lowest values first.",
                 "bands memerlukan `breaks` dan `scores`, skor satu lebih banyak daripada batas, "
                 "mulai dari nilai terendah."});
}

}  // namespace

Normalisation read_normalisation(Reader& indicator) {
    Normalisation normalisation;
    const auto* value = indicator.value("normalise");
    if (value == nullptr) return normalisation;
    const auto* written = std::get_if<config::Table>(&value->data);
    if (written == nullptr) {
        indicator.error(value->line, {"`normalise` must be written like {by = \"goalposts\", least = 0, most = 5}.",
                                      "`normalise` harus ditulis seperti {by = \"goalposts\", least = 0, most = 5}."});
        return normalisation;
    }
    auto table = indicator.within(*written);
    const std::vector<std::string> names{"none", "min_max", "goalposts", "z_score", "rank", "target", "bands"};
    const auto name = table.choice("by", names);
    if (!name && written->find("by") == nullptr) (void)needed_text(table, "by");
    if (!name) return normalisation;
    normalisation.kind = static_cast<Normaliser>(std::ranges::find(names, *name) - names.begin());
    if (normalisation.kind == Normaliser::Goalposts) read_goalposts(table, normalisation);
    if (normalisation.kind == Normaliser::Target) read_target(table, normalisation);
    if (normalisation.kind == Normaliser::Bands) read_bands(table, normalisation);
    table.finish();
    return normalisation;
}

}  // namespace desakota::welfare
