#include "engine/analyses/synergy.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/synergy_input.h"
#include "engine/analyses/synergy_layers.h"
#include "engine/analyses/synergy_parameters.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;
using planning::Category;

constexpr const char* kMainLayer = "synergy";

std::vector<OutputLayer> outputs() {
    return {{kMainLayer,
             {"Synergy", "Sinergi"},
             geo::GeometryType::Polygon,  // or whatever the areas are
             synergy_columns(),
             {},
             {},
             synergy_styles()},
            {std::string(kMainLayer) + "_factors",
             {"Synergy: drivers and obstacles", "Sinergi: faktor pendorong dan kendala"},
             geo::GeometryType::None,
             factor_columns(),
             {},
             {},
             table_styles()}};
}

/// The areas of a category by name, or by id where they have none: " (Telang, Batu Betumpang)"; the first few alone.
Text named_areas(const SynergyAreas& areas, const std::vector<std::size_t>& rows) {
    constexpr std::size_t kNamed = 5;
    Text list;
    for (std::size_t i = 0; i < std::min(kNamed, rows.size()); ++i) {
        if (i > 0) list = std::move(list) + core::same_text(", ");
        const auto& name = areas.names[rows[i]];
        list = std::move(list) + core::same_text(name ? *name : areas.ids[rows[i]]);
    }
    if (rows.size() > kNamed) {
        list = std::move(list) + core::format_text(" and {} more", ", dan {} lagi", rows.size() - kNamed);
    }
    return core::same_text(" (") + list + core::same_text(")");
}

/// A figure for each category, the best first, and the sentence that lists those that occur.
void add_categories(Results& results, const SynergyAreas& areas, const std::vector<SynergyFinding>& findings) {
    results.figures.push_back({"areas", {"Areas", "Kawasan"}, static_cast<double>(findings.size()), 0});
    Text list;
    const auto add = [&](const std::string& name, const Text& label, std::optional<Category> category) {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < findings.size(); ++row) {
            if (findings[row].assessment.category == category) rows.push_back(row);
        }
        results.figures.push_back({"areas_" + name, label, static_cast<double>(rows.size()), 0});
        if (rows.empty()) return;
        if (!list.english.empty()) list = std::move(list) + core::same_text("; ");
        list = std::move(list) + label + core::same_text(" " + std::to_string(rows.size())) + named_areas(areas, rows);
    };
    for (auto category = planning::kCategories.rbegin(); category != planning::kCategories.rend(); ++category) {
        add(std::string(planning::category_code(*category)), planning::category_label(*category), *category);
    }
    add("not_assessable", {"Cannot be assessed yet", "Belum dapat dinilai"}, std::nullopt);
    results.summary.push_back(fill_text("Areas: {}.", "Kawasan: {}.", list));
}

/// The triggers that obstruct, since what is done about them helps with the other factors.
void add_triggers(Results& results, const SynergyAreas& areas) {
    Text list;
    const auto& factors = planning::synergy_factors();
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (!factors[i].is_trigger()) continue;
        const auto count = std::ranges::count_if(
            areas.areas, [&](const SynergyArea& area) { return area.roles[i] && planning::obstructs(*area.roles[i]); });
        if (count == 0) continue;
        if (!list.english.empty()) list = std::move(list) + core::same_text(", ");
        list = std::move(list) + factors[i].label + core::same_text(" (" + std::to_string(count) + ")");
    }
    if (list.english.empty()) return;
    results.summary.push_back(fill_text("Triggers that obstruct synergy, with the number of areas: {}.",
                                        "Faktor pemicu yang menjadi kendala, dengan jumlah kawasannya: {}.", list));
}

Results run(Arguments& arguments, RunContext& context) {
    core::Stage reading(context.progress, 0.0, 0.4);
    auto reading_context = with_progress(context, reading);
    const auto areas = read_synergy_areas(arguments, reading_context);
    core::Stage judging(context.progress, 0.4, 0.5);
    const auto findings = find_synergy(areas, judging);
    const auto declared = outputs();
    Results results;
    core::Stage telling(context.progress, 0.5, 0.7);
    auto telling_context = with_progress(context, telling);
    add_layer(results, make_synergy_layer(areas, findings, arguments.layers.at("areas").front(), telling_context),
              declared[0], context.language);
    core::Stage listing(context.progress, 0.7, 1.0);
    auto listing_context = with_progress(context, listing);
    add_layer(results, make_factor_table(areas, listing_context), declared[1], context.language);
    add_categories(results, areas, findings);
    if (areas.has_factors) add_triggers(results, areas);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_synergy() {
    Analysis analysis;
    analysis.id = "synergy";
    analysis.group = {"Planning", "Perencanaan"};
    analysis.title = {"Synergy of government, business and community",
                      "Sinergi pemerintah, badan usaha, dan masyarakat"};
    analysis.help = {
        "How well do government, business and community work together in an area? From four ratings of each area "
        "(system, common goals, process of collaboration, effect on welfare) follows its category, by rules that are "
        "tried in order: (1) no system, goals and process: sectoral; (2) welfare fallen: antagonistic; (3) welfare "
        "unchanged: additive; (4) all four at their best: synergism; (5) no system: fragmented; (6) otherwise: less "
        "synergistic. The result names the rule, the smallest change of ratings that would give a better category, and "
        "the factors that drive or obstruct synergy. Where a rating is not given, it is derived from indicators if "
        "they settle it. After Najiyati, Simanjuntak and Nurwati (2015).",
        "Seberapa baik pemerintah, badan usaha, dan masyarakat bekerja sama dalam suatu kawasan? Dari empat penilaian "
        "tiap kawasan (sistem, tujuan bersama, proses kolaborasi, efek pada kesejahteraan) ditentukan kategorinya "
        "menurut aturan yang diperiksa berurutan: (1) tidak ada sistem, tujuan, dan proses: sektoral; (2) "
        "kesejahteraan menurun: antagonis; (3) kesejahteraan tetap: aditif; (4) keempatnya terbaik: sinergisme; (5) "
        "tidak tersistem: terfragmentasi; (6) selain itu: kurang sinergis. Hasilnya menyebutkan aturannya, perubahan "
        "penilaian terkecil yang akan menaikkan kategorinya, serta faktor pendorong dan kendalanya. Penilaian yang "
        "belum ada diturunkan dari indikator bila indikatornya cukup. Menurut Najiyati, Simanjuntak, dan Nurwati "
        "(2015)."};
    analysis.parameters = synergy_parameters();
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
