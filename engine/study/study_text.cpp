#include "engine/study/study_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace desakota::study {
namespace {

using core::Language;
using core::Text;

/// A text between quotes as TOML takes it.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text) {
        constexpr char kDelete = 0x7F;
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if ((letter >= 0 && letter < ' ') || letter == kDelete) {
            result += fmt::format("\\u{:04X}", static_cast<unsigned>(letter));
        } else {
            result += letter;
        }
    }
    return result + "\"";
}

/// A comment of one line, whatever the text holds.
std::string comment(std::string text) {
    std::ranges::replace_if(
        text, [](char letter) { return letter >= 0 && letter < ' '; }, ' ');
    return "# " + text + "\n";
}

struct AnalysisOffer {
    std::string id;
    std::vector<std::string> needs;
    Text says;
    std::string more;  ///< further keys, line by line
    /// Without one of these columns in this layer the run is written as a comment; empty: it needs none.
    std::string of{};
    std::vector<std::string> columns{};
};

const std::vector<AnalysisOffer>& offers() {
    static const std::vector<AnalysisOffer> all{
        {"health-access",
         {"settlements", "roads", "facilities"},
         {"Which families live more than 5 km from a puskesmas?", "Keluarga mana yang lebih dari 5 km dari puskesmas?"},
         ""},
        {"distance-to-centre",
         {"settlements", "roads", "centres"},
         {"How far is every settlement from its centre?", "Seberapa jauh tiap permukiman dari pusatnya?"},
         ""},
        {"hinterland-interaction",
         {"settlements", "roads", "centres"},
         {"Whose hinterland is every settlement? Centres need a population or another mass.",
          "Daerah belakang siapa tiap permukiman? Pusat memerlukan jumlah penduduk atau massa lain."},
         "",
         "centres",
         {"penduduk", "jumlah_penduduk", "population", "pop", "massa", "mass"}},
        {"match-names",
         {"settlements", "table"},
         {"Which row of the table is which settlement? Confirm what it proposes, then give it back as "
          "[layers.matches].",
          "Baris tabel yang mana untuk permukiman yang mana? Setujui usulannya, lalu berikan sebagai "
          "[layers.matches]."},
         ""},
        {"check-network", {"roads"}, {"Where is the road layer broken?", "Di mana lapisan jalan terputus?"}, ""},
        {"poverty",
         {"settlements", "households"},
         {"How many households are poor? Take the line of your province and year, in rupiah per head a month.",
          "Berapa rumah tangga miskin? Pakai garis kemiskinan provinsi dan tahun Anda, rupiah per kapita sebulan."},
         "lines = \"bps_2019_03\"\n"},
        {"inequality", {"settlements", "households"}, {"How unequal are incomes?", "Seberapa timpang pendapatan?"}, ""},
        {"synergy",
         {"areas"},
         {"How well do government, business and community work together?",
          "Seberapa baik pemerintah, swasta, dan masyarakat bekerja sama?"},
         ""}};
    return all;
}

class TextMaker {
public:
    TextMaker(const Findings& findings, Language language) : findings_(findings), language_(language) {}

    std::string make() {
        add_head();
        add_layers();
        add_runs();
        add_rest();
        return std::move(text_);
    }

private:
    void say(const Text& text) { text_ += comment(text.in(language_)); }

    void add_head() {
        text_ += "format = 1\n\n[study]\n";
        text_ += "title = " + quoted(findings_.folder) + "\narea = " + quoted(findings_.folder) + "\n";
        text_ += "output = \"results\"\n";
        say({"Roads in both seasons: seasons = [\"dry\", \"wet\"]",
             "Jalan dalam kedua musim: seasons = [\"dry\", \"wet\"]"});
        text_ += "\n[office]\n";
        say({"The title block of every map. The logo is a PNG file in this folder.",
             "Kepala setiap peta. Logo berupa berkas PNG dalam folder ini."});
        text_ += "name = \"\"\n# logo = \"logo.png\"\n# signer = \"\"\n# signer_title = \"\"\n# map_number = \"\"\n";
        text_ += "# date = \"\"\n\n";
    }

    void add_layers() {
        say(
            {"Layers. Fields are found by their usual names; name one where the wrong one is taken, such as "
             "families-field = \"KK\". `dated` is printed below the maps.",
             "Lapisan. Kolom dikenali dari nama yang lazim; sebutkan bila keliru, misalnya families-field = \"KK\". "
             "`dated` dicetak di bawah peta."});
        for (const auto& role : roles()) {
            const auto sources = sources_of(role);
            if (sources.empty()) continue;
            text_ += fmt::format("\n[layers.{}]\n", role.name);
            if (sources.size() == 1) {
                text_ += fmt::format("source = {}\n", sources.front());
            } else {
                text_ += fmt::format("source = [{}]\n", fmt::join(sources, ", "));
            }
            text_ += "# dated = \"\"\n";
        }
        add_surveyed();
    }

    void add_surveyed() {
        if (findings_.surveyed.empty()) return;
        text_ += "\n";
        say({"The settlements whose ids the household table holds.",
             "Permukiman yang id-nya ada dalam tabel rumah tangga."});
        text_ += "[layers.surveyed]\nsource = " + quoted(findings_.surveyed) + "\n";
    }

    [[nodiscard]] std::vector<std::string> sources_of(const Role& role) const {
        std::vector<std::string> sources;
        for (const auto& [of, layer] : findings_.layers) {
            if (of == &role) sources.push_back(quoted(layer.source));
        }
        return sources;
    }

    [[nodiscard]] bool has(const std::string& name) const {
        return std::ranges::any_of(findings_.layers, [&](const auto& found) { return found.first->name == name; });
    }

    [[nodiscard]] bool has_columns(const AnalysisOffer& offer) const {
        if (offer.columns.empty()) return true;
        return std::ranges::any_of(findings_.layers, [&](const auto& found) {
            return found.first->name == offer.of &&
                   std::ranges::any_of(found.second.columns, [&](const std::string& column) {
                       return std::ranges::find(offer.columns, column) != offer.columns.end();
                   });
        });
    }

    /// The settlements of the household table, where they are others than the study's.
    [[nodiscard]] bool needs_surveyed(const AnalysisOffer& offer) const {
        return !findings_.surveyed.empty() && std::ranges::find(offer.needs, "households") != offer.needs.end();
    }

    void add_runs() {
        text_ += "\n";
        say({"Values for all analyses; \"desakota ANALYSIS --help\" lists them.",
             "Nilai untuk semua analisis; lihat \"desakota ANALISIS --help\"."});
        text_ += "[parameters]\n# mode = \"motorcycle\"\n# threshold = 5000\n";
        bool is_any = false;
        for (const auto& offer : offers()) {
            const bool is_possible =
                std::ranges::all_of(offer.needs, [&](const std::string& need) { return has(need); });
            if (!is_possible) continue;
            text_ += "\n";
            say(offer.says);
            const auto* mark = has_columns(offer) ? "" : "# ";
            text_ += fmt::format("{0}[[run]]\n{0}analysis = {1}\n{2}", mark, quoted(offer.id), offer.more);
            if (needs_surveyed(offer)) text_ += "settlements = \"surveyed\"\n";
            is_any = true;
        }
        if (is_any) return;
        text_ += "\n";
        say({"No analysis is possible with these layers yet: name settlements, roads and facilities above, then:",
             "Belum ada analisis yang mungkin: sebutkan permukiman, jalan, dan fasilitas di atas, lalu:"});
        text_ += "# [[run]]\n# analysis = \"health-access\"\n";
    }

    void add_rest() {
        text_ += "\n";
        say({"How much each missed threshold counts in the priority list.",
             "Bobot tiap ambang yang tidak terpenuhi dalam daftar prioritas."});
        text_ += "[priorities]\nhealth = 1\npoverty = 1\nfood = 1\nnot_connected = 1\n\n[maps]\npapers = [\"A4\"]\n";
        say({"A page for each kecamatan as well: atlas = true", "Satu halaman tiap kecamatan: atlas = true"});
        if (findings_.unknown.empty() && findings_.unreadable.empty()) return;
        text_ += "\n";
        say({"Not used:", "Tidak dipakai:"});
        for (const auto& layer : findings_.unknown) {
            if (layer.source != findings_.surveyed)
                text_ += comment(fmt::format("  {}: {}", layer.source, columns_of(layer)));
        }
        for (const auto& file : findings_.unreadable) text_ += comment("  " + file);
    }

    /// "kode, nama, luas"; what there was to judge by.
    static std::string columns_of(const FoundLayer& layer) {
        constexpr std::size_t kMost = 8;
        std::string columns;
        for (std::size_t i = 0; i < std::min(kMost, layer.columns.size()); ++i) {
            columns.append(i == 0 ? "" : ", ").append(layer.columns[i]);
        }
        return layer.columns.size() > kMost ? columns + " ..." : columns;
    }

    const Findings& findings_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string study_text(const Findings& findings, Language language) {
    return TextMaker(findings, language).make();
}

}  // namespace desakota::study
