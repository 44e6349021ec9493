#include "engine/study/study_maps.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "engine/maps/picture.h"
#include "engine/maps/settlement_card.h"
#include "engine/maps/sheet.h"
#include "engine/study/file_names.h"

namespace desakota::study {
namespace {

using core::Text;

/// No more settlements get a picture of their own: the first of the priority list do.
constexpr std::size_t kMostCards = 500;

/// The time of drawings against a card's, as measured on a province of 3,300 areas.
constexpr double kSheetWork = 11.0;
constexpr double kPictureWork = 6.0;

/// What the pictures in the report's page take together at most; where there are many, they have fewer dots.
constexpr std::size_t kMostPagePictures = 1'100'000;  // bytes
constexpr double kSmallerScale = 2.0 / 3.0;

/// The words of a sentence's part below a title: "Access to health care, dry season".
Text below_title(const report::Index& index) {
    if (index.season.english.empty()) return index.subject;
    auto season = index.season;
    for (auto* const one : {&season.english, &season.indonesian}) {
        if (!one->empty() && one->front() >= 'A' && one->front() <= 'Z') one->front() += 'a' - 'A';
    }
    return index.subject + core::same_text(", ") + season;
}

/// By what the layer's rows are grouped; empty of other layers.
std::string group_field_of(const layers::Layer& layer) {
    const auto* fields = layer.find("group_field");
    return fields == nullptr || layer.row_count == 0 ? std::string{} : std::string(fields->text(0).value_or(""));
}

/// By what the settlements are grouped: as the study says, or as the first layer of groups is.
std::string group_field_of(const Study& study, const report::Report& report) {
    if (!study.maps.group_field.empty()) return study.maps.group_field;
    for (const auto& index : report.indexes) {
        if (auto field = group_field_of(*index.drawn.layer); !field.empty()) return field;
    }
    return {};
}

/// What the rows of an index are; empty where a legend's count of them would say nothing.
Text counted_rows(const report::Index& index) {
    const auto& layer = *index.drawn.layer;
    if (auto field = group_field_of(layer); !field.empty()) {
        std::ranges::replace(field, '_', ' ');
        return core::same_text(field);
    }
    switch (layer.geometry_type) {
        case geo::GeometryType::Line:
            return {"lines", "garis"};
        case geo::GeometryType::Point:
            return index.is_by_settlement ? Text{"settlements", "permukiman"} : Text{"points", "titik"};
        case geo::GeometryType::Polygon:
            return layer.find("settlement_id") != nullptr ? Text{"settlements", "permukiman"} : Text{};
        case geo::GeometryType::None:
            break;
    }
    return {};
}

char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
char raised(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// "Kecamatan Muara Telang" of "Muara Telang"; a name that says so itself stays, as does one by a field of codes.
std::string named_group(const std::string& field, const std::string& group) {
    const auto is_letter = [](char letter) { return lowered(letter) >= 'a' && lowered(letter) <= 'z'; };
    const auto is_said =
        group.size() >= field.size() && std::ranges::equal(group.substr(0, field.size()), field, {}, lowered, lowered);
    if (field.empty() || group.empty() || is_said || !std::ranges::all_of(field, is_letter)) return group;
    constexpr std::size_t kOfShortening = 3;  // SKP, WPP
    std::string words = field;
    for (std::size_t i = 0; i < (field.size() <= kOfShortening ? field.size() : 1); ++i) words[i] = raised(words[i]);
    return words + " " + group;
}

/// All drawings of one report.
class DrawingList {
public:
    DrawingList(const Study& study, const report::Report& report, const StudyMaps& maps, core::Language language)
        : study_(study),
          report_(report),
          maps_(maps),
          language_(language),
          group_field_(group_field_of(study, report)) {}

    std::vector<Drawing> make() {
        for (std::size_t i = 0; i < report_.indexes.size(); ++i) {
            if (is_like_earlier(i)) continue;
            ++map_number_;
            add_sheets(i);
            add_pictures(i);
            if (study_.maps.atlas && is_default(i)) add_atlas(i);
        }
        if (study_.maps.cards) add_cards();
        return std::move(drawings_);
    }

private:
    [[nodiscard]] maps::MapSheet sheet(std::size_t number) const {
        const auto& index = report_.indexes[number];
        maps::MapSheet sheet;
        sheet.title = index.title;
        sheet.subtitle = below_title(index);
        const auto base = maps_.base_of[number];
        if (base == 0) sheet.area = report_.area;
        sheet.office = report_.office;
        if (!report_.office.map_number.empty()) sheet.office.map_number += "-" + std::to_string(map_number_);
        sheet.base = &maps_.bases[base];
        sheet.index = &maps_.indexes[number];
        sheet.worse = index.worse;
        sheet.counted = counted_rows(index);
        sheet.has_counts = index.is_by_settlement || !sheet.counted.english.empty();
        sheet.destinations = maps_.destinations[number];
        if (base == 0) sheet.sources = maps_.sources;
        sheet.note = note_of(number);
        sheet.boundaries_are_indicative = report_.boundaries_are_indicative;
        return sheet;
    }

    /// Where nearly every row is unsure, no hatch is drawn and the note says how many are.
    [[nodiscard]] Text note_of(std::size_t number) const {
        const auto& drawn = report_.indexes[number].drawn;
        const auto& doubt = drawn.style.doubt;
        if (!doubt || maps_.indexes[number].drawn.style.doubt) return {};
        std::size_t doubtful = 0;
        for (std::size_t row = 0; row < drawn.layer->row_count; ++row) {
            if (maps::is_doubtful(drawn.style, *drawn.layer, row)) ++doubtful;
        }
        return doubt->label + core::format_text(" ({} of {}).", " ({} dari {}).", doubtful, drawn.layer->row_count);
    }

    void add(std::string file, std::function<std::string()> draw, double work = 1.0) {
        drawings_.push_back({std::move(file), {}, {}, std::move(draw), work});
    }

    void add_sheet(const std::string& file, const maps::MapSheet& sheet, maps::Paper paper) {
        const maps::SheetFormat format{paper};
        const double work = paper == maps::Paper::A3 ? 2.0 * kSheetWork : kSheetWork;
        add(
            file + ".png",
            [sheet, format, language = language_] { return maps::draw_sheet_png(sheet, format, language); }, work);
        add(
            file + ".pdf",
            [sheet, format, language = language_] { return maps::draw_sheet_pdf(sheet, format, language); }, work);
    }

    void add_sheets(std::size_t number) {
        for (const auto& paper : study_.maps.papers) {
            const bool is_large = paper == "A3";
            add_sheet(fmt::format("maps/{}_{}", report_.indexes[number].id, is_large ? "a3" : "a4"), sheet(number),
                      is_large ? maps::Paper::A3 : maps::Paper::A4);
        }
    }

    void add_pictures(std::size_t number) {
        const auto& id = report_.indexes[number].id;
        const auto drawn = sheet(number);
        const auto picture = [&](maps::PictureShape shape, const maps::PictureFile& limits) {
            return [drawn, shape, limits, language = language_] {
                return maps::draw_picture_png(drawn, shape, language, limits);
            };
        };
        const bool is_shown = !has_many_pictures();
        drawings_.push_back({"share/" + id + "_1080x1350.png",
                             is_shown ? id : std::string{},
                             {},
                             picture(maps::PictureShape::Telephone, {}),
                             kPictureWork});
        drawings_.push_back(
            {"share/" + id + "_1920x1080.png", {}, id, picture(maps::PictureShape::Projector, {}), kPictureWork});
        if (is_shown) return;
        const maps::PictureFile small{kSmallerScale, kMostPagePictures / report_.indexes.size()};
        drawings_.push_back({{}, id, {}, picture(maps::PictureShape::Telephone, small), kPictureWork});
    }

    /// Whether the pictures to share would make the page too large to be sent.
    [[nodiscard]] bool has_many_pictures() const {
        constexpr std::size_t kUsualBytes = 110'000;
        return report_.indexes.size() * kUsualBytes > kMostPagePictures;
    }

    /// Whether the same index of an earlier season has every row in the same class.
    [[nodiscard]] bool is_like_earlier(std::size_t number) const {
        const auto& index = report_.indexes[number];
        for (std::size_t i = 0; i < number; ++i) {
            const auto& other = report_.indexes[i];
            const bool is_same_index = other.season != index.season && other.subject == index.subject &&
                                       other.drawn.style.name == index.drawn.style.name &&
                                       other.drawn.layer->row_count == index.drawn.layer->row_count;
            const auto& one = maps_.indexes[i];
            const auto& two = maps_.indexes[number];
            if (is_same_index && one.classes == two.classes && one.doubtful == two.doubtful &&
                one.projected == two.projected) {
                return true;
            }
        }
        return false;
    }

    /// Whether an index is the first way in which its layer is drawn.
    [[nodiscard]] bool is_default(std::size_t number) const {
        const auto* layer = report_.indexes[number].drawn.layer;
        return report_.indexes[number].is_by_settlement &&
               std::none_of(report_.indexes.begin(), report_.indexes.begin() + static_cast<std::ptrdiff_t>(number),
                            [&](const report::Index& other) { return other.drawn.layer == layer; });
    }

    /// A page for each group of settlements.
    void add_atlas(std::size_t number) {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < report_.settlements.size(); ++i) {
            if (!report_.settlements[i].group.empty()) groups[report_.settlements[i].group].push_back(i);
        }
        std::size_t page = 0;
        for (const auto& [group, rows] : groups) {
            auto drawn = sheet(number);
            const Text sheet_of = core::format_text("sheet\u00A0{}\u00A0of\u00A0{}", "lembar\u00A0{}\u00A0dari\u00A0{}",
                                                    page + 1, groups.size());
            drawn.page_name = fmt::format("{} ({})", named_group(group_field_, group), sheet_of.in(language_));
            drawn.page_rows = rows;
            if (!drawn.office.map_number.empty()) drawn.office.map_number += fmt::format(".{}", page + 1);
            const auto file = fmt::format("maps/atlas/{}_{}_{}", report_.indexes[number].id,
                                          counted(++page, groups.size()), file_name_part(group));
            add_sheet(file, drawn, maps::Paper::A4);
        }
    }

    /// The settlements that get a card: all, or the first of the priority list and then of the layer.
    [[nodiscard]] std::vector<std::size_t> carded() const {
        std::vector<bool> is_taken(report_.settlements.size(), false);
        std::vector<std::size_t> rows;
        const auto take = [&](std::size_t row) {
            if (row >= is_taken.size() || is_taken[row] || rows.size() == kMostCards) return;
            is_taken[row] = true;
            rows.push_back(row);
        };
        if (report_.settlements.size() > kMostCards) {
            for (const auto& entry : report_.priorities.entries) take(entry.settlement);
        }
        for (std::size_t row = 0; row < report_.settlements.size(); ++row) take(row);
        std::ranges::sort(rows);
        return rows;
    }

    void add_cards() {
        const auto index = std::ranges::find(report_.indexes, true, &report::Index::is_by_settlement);
        if (index == report_.indexes.end()) return;
        const auto number = static_cast<std::size_t>(index - report_.indexes.begin());
        for (const auto row : carded()) {
            const auto card = card_of(row, number);
            const auto file = fmt::format("share/cards/{}_{}.png", counted(row + 1, report_.settlements.size()),
                                          file_name_part(report_.settlements[row].name));
            add(file, [card, language = language_] { return maps::draw_settlement_card_png(card, language); });
        }
    }

    [[nodiscard]] maps::SettlementCard card_of(std::size_t row, std::size_t number) const {
        const auto& settlement = report_.settlements[row];
        maps::SettlementCard card;
        card.name = settlement.name;
        card.group = named_group(group_field_, settlement.group);
        card.area = report_.area;
        card.office = report_.office;
        card.sentences = settlement.sentences;
        for (const auto& figure : settlement.figures) card.figures.push_back({figure.label, figure.value});
        card.base = &maps_.bases.front();
        card.index = &maps_.indexes[number];
        card.row = row;
        card.destinations = maps_.destinations[number];
        card.map_title = report_.indexes[number].title;
        return card;
    }

    const Study& study_;
    const report::Report& report_;
    const StudyMaps& maps_;
    core::Language language_;
    std::string group_field_;
    std::size_t map_number_ = 0;  // of the index that is being added: no two maps have the same
    std::vector<Drawing> drawings_;
};

}  // namespace

std::vector<Drawing> drawings_of(const Study& study, const report::Report& report, const StudyMaps& maps,
                                 core::Language language) {
    return DrawingList(study, report, maps, language).make();
}

}  // namespace desakota::study
