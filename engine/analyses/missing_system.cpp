#include "engine/analyses/missing_system.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/number_text.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/system_candidates.h"

namespace desakota::analyses {
namespace {

struct Corners {
    geo::Point least{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    geo::Point most{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
};

Corners corners_of(const layers::Layer& layer) {
    Corners corners;
    for (const auto& place : std::as_const(layer.geometry).all_coordinates()) {
        corners.least = {std::min(corners.least.x, place.x), std::min(corners.least.y, place.y)};
        corners.most = {std::max(corners.most.x, place.x), std::max(corners.most.y, place.y)};
    }
    return corners;
}

/// Empty where the layer lies nowhere; its own reader says why.
geo::GridBox box_of(const layers::Layer& layer) {
    const auto [least, most] = corners_of(layer);
    std::array<geo::Point, 4> places{{least, most, {least.x, most.y}, {most.x, least.y}}};
    core::SilentProgress silent;
    try {
        geo::to_wgs84(places, layer.crs, {}, silent);
    } catch (const core::Error&) {
        return {};
    }
    geo::GridBox box;
    for (const auto& place : places) {
        if (!(std::abs(place.x) <= 360.0 && std::abs(place.y) <= 90.0)) return {};
        box.add(geo::to_grid(place));
    }
    return box;
}

core::Text place_text(const geo::GridBox& box) {
    constexpr int kDecimals = 2;
    const auto middle = geo::to_degrees({box.min_x / 2 + box.max_x / 2, box.min_y / 2 + box.max_y / 2});
    return core::format_text("longitude {0}, latitude {1}", "bujur {0}, lintang {1}",
                             core::number_text(middle.x, kDecimals), core::number_text(middle.y, kDecimals));
}

core::Text common_text(const geo::SystemCandidate& candidate) {
    return core::format_text("{0} % in common", "{0} % beririsan", core::number_text(100.0 * candidate.share, 0));
}

core::Text list_text(const std::vector<geo::SystemCandidate>& candidates, std::size_t most, bool with_share) {
    core::Text text;
    for (std::size_t i = 0; i < std::min(candidates.size(), most); ++i) {
        const auto& candidate = candidates[i];
        text = text +
               core::same_text((i == 0 ? "" : "; ") + ("|crs=" + candidate.code) + " (" + candidate.title + ", ") +
               (with_share ? common_text(candidate) : place_text(candidate.box)) + core::same_text(")");
    }
    if (candidates.size() <= most) return text + core::same_text(".");
    return text + core::format_text("; and {0} more.", "; dan {0} lagi.", candidates.size() - most);
}

/// How near the datums of one zone lie, told of the first candidate.
core::Text datums_text(const geo::SystemCandidate& candidate) {
    if (candidate.dgn95.empty()) return {};
    return core::format_text(
        " Of {0}, the same on DGN95 ({1}) or SRGI2013 ({2}) lies within about a metre, on ID74 ({3}) tens of metres "
        "away; another zone lies elsewhere altogether.",
        " Untuk {0}, sistem yang sama pada DGN95 ({1}) atau SRGI2013 ({2}) berbeda sekitar satu meter, pada ID74 ({3}) "
        "puluhan meter; zona lain terletak di tempat yang sama sekali berbeda.",
        candidate.code, candidate.dgn95, candidate.srgi2013, candidate.id74);
}

core::Text found_text(const std::vector<geo::SystemCandidate>& candidates, bool has_others) {
    constexpr std::size_t kMostListed = 5;
    // One a UTM zone: what is left out here might be the true one.
    constexpr std::size_t kMostWithoutOthers = 9;
    const auto start =
        has_others
            ? core::Text{" With the other layers of this run it would meet under: ",
                         " Lapisan ini akan bertemu lapisan lain dalam proses ini dengan: "}
            : core::Text{" No other layer of this run has one to compare with. In Indonesia it would lie under: ",
                         " Tidak ada lapisan lain dalam proses ini yang memilikinya sebagai pembanding. Di "
                         "Indonesia lapisan ini akan terletak dengan: "};
    return start + list_text(candidates, has_others ? kMostListed : kMostWithoutOthers, has_others) +
           datums_text(candidates.front()) +
           core::Text{" Ask who made the layer which one it is.", " Tanyakan kepada pembuat lapisan mana yang benar."};
}

core::Text advice_for(const Corners& corners, const std::vector<geo::GridBox>& others) {
    const auto candidates = geo::system_candidates(corners.least, corners.most, others);
    if (!candidates.empty()) return found_text(candidates, !others.empty());
    if (!others.empty()) {
        return {
            " Under none of the systems in use in Indonesia (degrees, UTM, TM-3, Web Mercator) would it meet the "
            "other layers of this run: check that it shows the same area.",
            " Tidak satu pun sistem yang lazim di Indonesia (derajat, UTM, TM-3, Web Mercator) membuatnya bertemu "
            "lapisan lain dalam proses ini: pastikan lapisan memuat wilayah yang sama."};
    }
    return {
        " Under none of the systems in use in Indonesia (degrees, UTM, TM-3, Web Mercator) would it lie there: check "
        "its coordinates.",
        " Tidak satu pun sistem yang lazim di Indonesia (derajat, UTM, TM-3, Web Mercator) membuatnya terletak di "
        "sana: periksa koordinatnya."};
}

/// A layer that has places and no system.
struct Unplaced {
    core::Text error;  ///< what its reader says
    Corners corners;
};

/// What the advice is made of; taken before the run, which changes the layers.
struct Extents {
    std::vector<Unplaced> unplaced;
    std::vector<geo::GridBox> others;
};

Extents extents_of(const Arguments& arguments) {
    Extents extents;
    std::vector<const layers::Layer*> placed;
    for (const auto& [parameter, layers] : arguments.layers) {
        for (const auto& layer : layers) {
            if (layer.geometry.all_coordinates().empty()) continue;
            if (!layer.crs.empty()) {
                placed.push_back(&layer);
            } else {
                extents.unplaced.push_back({missing_system_text(layers::describe_layer(layer)), corners_of(layer)});
            }
        }
    }
    if (extents.unplaced.empty()) return extents;
    for (const auto* const layer : placed) {
        const auto box = box_of(*layer);
        if (!box.is_empty()) extents.others.push_back(box);
    }
    return extents;
}

core::Error advised(const core::Error& error, const Extents& extents) {
    auto problems = error.problems();
    for (auto& problem : problems) {
        const auto found = std::ranges::find(extents.unplaced, problem, &Unplaced::error);
        if (found != extents.unplaced.end()) problem = problem + advice_for(found->corners, extents.others);
    }
    return {error.status(), std::move(problems)};
}

}  // namespace

core::Text missing_system_text(const std::string& label) {
    return core::format_text(
        "{}: the layer has no coordinate system (is its .prj file missing?). Assign the layer's coordinate system (in "
        "QGIS: Layer CRS) and save it, or write it behind the source as |crs=EPSG:number.",
        "{}: lapisan tidak memiliki sistem koordinat (apakah berkas .prj-nya hilang?). Tetapkan sistem koordinat "
        "lapisan "
        "(di QGIS: CRS Lapisan), lalu simpan, atau tuliskan di belakang sumbernya sebagai |crs=EPSG:nomor.",
        label);
}

Run with_system_candidates(Run run) {
    return [run = std::move(run)](Arguments& arguments, RunContext& context) {
        const auto extents = extents_of(arguments);
        if (extents.unplaced.empty()) return run(arguments, context);
        try {
            auto results = run(arguments, context);
            context.diagnostics.throw_errors();
            return results;
        } catch (const core::Cancelled&) {
            throw;
        } catch (const core::Error& error) {
            throw advised(error, extents);
        }
    };
}

}  // namespace desakota::analyses
