#include "engine/analyses/food_basis.h"

#include <utility>

#include "engine/analyses/food_parameters.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

void add_sentence(Text& text, const Text& sentence) {
    if (sentence.english.empty()) return;
    text = text.english.empty() ? sentence : text + core::same_text(" ") + sentence;
}

/// What `text_of` gives for each part (by its place), set apart by commas; empty texts are passed over.
template <class TextOf>
Text list_of_parts(TextOf text_of) {
    Text list;
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        const Text item = text_of(i);
        if (item.english.empty()) continue;
        list = list.english.empty() ? item : list + core::same_text(", ") + item;
    }
    return list;
}

/// The parts with a gap; those of the household table only where it has enough households here.
Text parts_with(const FoodFigures& figures, const FoodData& data, FoodGap gap) {
    const bool tells_of_households = figures.basis.households >= kFewestHouseholds;
    return list_of_parts([&](std::size_t i) {
        const bool is_told = tells_of_households || data.parts[i].source != FoodSource::Households;
        return is_told && figures.parts[i].gap == gap ? food_part_words()[i].phrase : Text{};
    });
}

Text sentence_of(const Text& list, const Text& pattern) {
    if (list.english.empty()) return {};
    return fill_text(pattern.english, pattern.indonesian, list);
}

/// What is missing for the index of the variant.
Text missing_text(const FoodFigures& figures, const FoodData& data, FoodVariant variant) {
    Text text;
    if (figures.no_local_production) {
        add_sentence(text, figures.index(variant)
                               ? Text{"No local production: availability counts as its worst, 1.",
                                      "Tidak ada produksi setempat: ketersediaan dihitung terburuk, 1."}
                               : Text{"No local production.", "Tidak ada produksi setempat."});
    }
    add_sentence(text,
                 sentence_of(parts_with(figures, data, FoodGap::NoSource), {"No data on: {}.", "Tidak ada data: {}."}));
    add_sentence(text, sentence_of(parts_with(figures, data, FoodGap::NotKnown),
                                   {"Not known here: {}.", "Tidak diketahui di sini: {}."}));
    add_sentence(
        text,
        sentence_of(
            parts_with(figures, data, FoodGap::Withheld),
            {"Withheld, since households could be recognised (fewer than 5, here or by difference): {}.",
             "Tidak ditampilkan karena rumah tangga bisa dikenali (kurang dari 5, di sini atau lewat selisih): {}."}));
    return text;
}

Text count_text(std::uint32_t count) {
    return grouped(static_cast<double>(count));
}

/// "Rests on 18 households (immunisation on 9)."
Text rests_on_text(const FoodFigures& figures, const FoodData& data) {
    const auto all = figures.basis.households;
    if (!figures.basis.of_households) {
        return {"From figures of the settlement, not of a household table.",
                "Dari angka permukiman, bukan dari tabel rumah tangga."};
    }
    if (all == 0)
        return {"No household of the table counts here.", "Tidak ada rumah tangga dalam tabel yang dihitung."};
    if (all < kFewestHouseholds) {
        return fill_text("Withheld: only {} households, who could be recognised.",
                         "Tidak ditampilkan: hanya {} rumah tangga, sehingga bisa dikenali.", count_text(all));
    }
    const auto fewer = list_of_parts([&](std::size_t i) -> Text {
        const auto& part = figures.parts[i];
        const bool of_households = data.parts[i].source == FoodSource::Households;
        if (!of_households || part.gap != FoodGap::None || part.households == all) return {};
        return fill_text("{0} on {1}", "{0} {1}", food_part_words()[i].phrase, count_text(part.households));
    });
    if (fewer.english.empty()) {
        return fill_text("Rests on {} households.", "Berdasarkan {} rumah tangga.", count_text(all));
    }
    return fill_text("Rests on {0} households ({1}).", "Berdasarkan {0} rumah tangga ({1}).", count_text(all), fewer);
}

/// Whether a part of the table rests on too few households to be sure.
bool rests_on_few(const FoodFigures& figures, const FoodData& data) {
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        const bool of_households = data.parts[i].source == FoodSource::Households;
        if (of_households && figures.parts[i].value && figures.parts[i].households < kSureHouseholds) return true;
    }
    return false;
}

WelfareStatus status_of(const FoodFigures& figures, FoodVariant variant) {
    if (figures.index(variant)) return WelfareStatus::Computed;
    for (const auto& part : figures.parts) {
        if (part.gap == FoodGap::Withheld) return WelfareStatus::Withheld;
    }
    if (figures.basis.of_households && figures.basis.households == 0) return WelfareStatus::NoHouseholds;
    return WelfareStatus::NotComputed;
}

}  // namespace

void find_basis(FoodFigures& figures, const FoodData& data, std::span<const std::uint32_t> members,
                FoodVariant variant) {
    auto& basis = figures.basis;
    basis.of_households = data.has_households;
    if (data.has_households) {
        for (const auto settlement : members) {
            basis.households += data.counted[settlement];
            basis.left_out += data.left_out[settlement];
        }
    }
    basis.status = status_of(figures, variant);
    figures.unsure = rests_on_few(figures, data);
    auto& reason = basis.reason;
    if (!basis.is_computed()) reason = {"The index is not computed.", "Indeks tidak dihitung."};
    add_sentence(reason, missing_text(figures, data, variant));
    add_sentence(reason, rests_on_text(figures, data));
    if (basis.left_out > 0) {
        add_sentence(reason, fill_text("{} left out: without any of the figures.",
                                       "{} tidak disertakan: tanpa satu pun angka.", count_text(basis.left_out)));
    }
    if (figures.unsure) {
        add_sentence(reason,
                     core::format_text("Fewer than {}: unsure.", "Kurang dari {}: belum pasti.", kSureHouseholds));
    }
}

void add_food_basis_columns(layers::Layer& layer, std::span<const FoodFigures> rows, core::Language language) {
    const auto place = layer.columns.size();
    for (auto& definition : basis_columns()) layer.add_column(std::move(definition));
    for (const auto& row : rows) {
        auto* column = &layer.columns[place];
        if (row.basis.of_households) {
            (column++)->add_whole_number(row.basis.households);
            (column++)->add_whole_number(row.basis.left_out);
            (column++)->add_yes_no(row.unsure);
        } else {
            for (int i = 0; i < 3; ++i) (column++)->add_missing();
        }
        (column++)->add_text(status_code(row.basis.status));
        column->add_text(row.basis.reason.in(language));
    }
}

}  // namespace desakota::analyses
