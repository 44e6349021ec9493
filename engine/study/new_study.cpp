#include "engine/study/new_study.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "engine/analyses/registry.h"
#include "engine/core/error.h"
#include "engine/io/local_file.h"
#include "engine/io/open_dataset.h"
#include "engine/io/read_layer.h"
#include "engine/io/source.h"
#include "engine/io/staged_files.h"
#include "engine/study/inputs.h"
#include "engine/study/study_text.h"
#include "engine/study/typed_values.h"

namespace desakota::study {
namespace {

namespace fs = std::filesystem;
using core::Text;

constexpr const char* kStudyFile = "study.toml";
constexpr std::array<const char*, 14> kEndings{".gpkg", ".shp", ".geojson", ".fgb", ".csv", ".xlsx", ".ods",
                                               ".kml",  ".kmz", ".gdb",     ".tab", ".zip", ".xls",  ".sqlite"};

/// The files that may be layers, in the order of their names.
std::vector<std::string> files_of(const std::string& folder) {
    std::error_code fault;
    std::vector<std::string> files;
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        const auto name = entry->path().filename().string();
        const bool is_layer =
            std::ranges::any_of(kEndings, [&](const char* ending) { return io::has_ending(name, ending); });
        if (is_layer && !name.starts_with('.')) files.push_back(name);
    }
    if (fault) {
        throw core::usage_error(core::format_text("{}: there is no such folder, or it cannot be read.",
                                                  "{}: folder tidak ada, atau tidak dapat dibaca.", folder));
    }
    std::ranges::sort(files);
    return files;
}

/// "telang.gpkg|layername=roads"; the file alone where it holds one layer.
std::string source_of(const std::string& file, const std::string& layer, bool is_only) {
    if (is_only) return file;
    const bool is_workbook =
        io::has_ending(file, ".xlsx") || io::has_ending(file, ".ods") || io::has_ending(file, ".xls");
    return file + (is_workbook ? "|sheet=" : "|layername=") + layer;
}

FoundLayer look_at(const std::string& folder, const std::string& source, const std::string& name) {
    core::Diagnostics unheard;
    const auto open = io::open_source(io::parse_source((fs::path(folder) / source).generic_string()), unheard);
    FoundLayer found{source, name, open.geometry_type(), {}};
    for (const auto& column : open.columns()) found.columns.push_back(column.name);
    return found;
}

/// Puts a layer where it belongs; of several in a role that takes one, the first stays.
void sort_in(FoundLayer layer, const Role* role, Findings& findings) {
    const auto is_taken = [&] {
        return !role->several &&
               std::ranges::any_of(findings.layers, [&](const auto& found) { return found.first == role; });
    };
    if (role == nullptr || is_taken()) {
        findings.unknown.push_back(std::move(layer));
    } else {
        findings.layers.emplace_back(role, std::move(layer));
    }
}

void look_into(const std::string& folder, const std::string& file, std::vector<FoundLayer>& layers,
               Findings& findings) {
    try {
        const auto names = io::layer_names((fs::path(folder) / file).generic_string());
        for (const auto& name : names) {
            const bool is_only = names.size() == 1;
            const auto told_as = is_only ? fs::path(file).stem().string() : name;
            layers.push_back(look_at(folder, source_of(file, name, is_only), told_as));
        }
    } catch (const core::Cancelled&) {
        throw;
    } catch (const core::Error& error) {
        findings.unreadable.push_back(file + ": " + error.problems().front().english);
    }
}

/// The share of the household table's settlements that a layer holds; nothing where they cannot be compared.
std::optional<double> matched_share(const std::string& settlements, const std::string& households) {
    const auto place = std::ranges::find(analyses::catalogue(), "inequality", &analyses::Analysis::id);
    core::Diagnostics unheard;
    core::SilentProgress unseen;
    try {
        const auto values =
            read_values(place->parameters, {{"settlements", {settlements}}, {"households", {households}}}, unheard);
        const std::array orders{Order{&*place, &values}};
        auto arguments = Inputs(orders, unseen, unheard).arguments(0);
        const auto* ids = arguments.column("settlements", "id-field");
        const auto* of_households = arguments.column("households", "household-settlement-field");
        if (ids == nullptr || of_households == nullptr || of_households->size() == 0) return std::nullopt;
        std::set<std::string> known;
        for (std::size_t row = 0; row < ids->size(); ++row) known.insert(ids->as_text(row).value_or(""));
        std::size_t matched = 0;
        for (std::size_t row = 0; row < of_households->size(); ++row) {
            if (const auto id = of_households->as_text(row); id && known.contains(*id)) ++matched;
        }
        return static_cast<double>(matched) / static_cast<double>(of_households->size());
    } catch (const core::Error&) {
        return std::nullopt;
    }
}

using RoleAndLayer = std::pair<const Role*, FoundLayer>;

std::vector<RoleAndLayer>::iterator place_of(Findings& findings, const std::string& role) {
    return std::ranges::find_if(findings.layers, [&](const RoleAndLayer& found) { return found.first->name == role; });
}

/// Finds the settlements that the household table is of, where they are not the study's; without any it is no use.
void pair_households(const std::string& folder, Findings& findings) {
    const auto households = place_of(findings, "households");
    if (households == findings.layers.end()) return;
    const auto path = [&](const FoundLayer& layer) { return (fs::path(folder) / layer.source).generic_string(); };
    const auto share_in = [&](const FoundLayer& layer) {
        return matched_share(path(layer), path(households->second)).value_or(0.0);
    };
    const auto settlements = place_of(findings, "settlements");
    if (settlements != findings.layers.end() && share_in(settlements->second) > 0.0) return;
    double best = 0.0;
    for (const auto& other : findings.unknown) {
        const auto share = other.geometry == geo::GeometryType::Line ? 0.0 : share_in(other);
        if (share > best) findings.surveyed = other.source;
        best = std::max(best, share);
    }
    if (best > 0.0) return;
    findings.unknown.push_back(households->second);
    findings.layers.erase(households);
}

void write(const std::string& path, const std::string& text, bool overwrite) {
    std::error_code fault;
    if (fs::exists(fs::symlink_status(path, fault)) && !overwrite) {
        throw core::usage_error(core::format_text("{} exists already. Add --overwrite to replace it.",
                                                  "{} sudah ada. Tambahkan --overwrite untuk menggantinya.", path));
    }
    io::StagedFiles files({});
    io::write_new_file(files.add(path), path, text);
    core::SilentProgress unseen;
    files.commit(overwrite, unseen);
}

}  // namespace

BegunStudy new_study(const std::string& folder, core::Language language, bool overwrite) {
    Findings findings;
    std::error_code fault;
    findings.folder = fs::weakly_canonical(folder, fault).filename().string();
    std::vector<FoundLayer> layers;
    for (const auto& file : files_of(folder)) look_into(folder, file, layers, findings);
    // A name says more than a column: what only a column tells takes what is left.
    std::ranges::stable_partition(layers, [](const FoundLayer& layer) { return role_by_name(layer) != nullptr; });
    for (auto& layer : layers) {
        const auto* role = role_of(layer);
        sort_in(std::move(layer), role, findings);
    }
    pair_households(folder, findings);
    if (findings.layers.empty() && findings.unknown.empty()) {
        throw core::usage_error(core::format_text(
            "{}: no layer or table that can be read lies in this folder. Copy your layers into it.",
            "{}: tidak ada lapisan atau tabel yang dapat dibaca dalam folder ini. Salin lapisan Anda ke dalamnya.",
            folder));
    }
    BegunStudy begun;
    begun.file = (fs::path(folder) / kStudyFile).generic_string();
    write(begun.file, study_text(findings, language), overwrite);
    for (const auto& [role, layer] : findings.layers) {
        begun.recognised.push_back(role->title + core::same_text(": " + layer.source));
    }
    for (const auto& layer : findings.unknown) {
        begun.recognised.push_back(Text{"Not used: ", "Tidak dipakai: "} + core::same_text(layer.source));
    }
    return begun;
}

}  // namespace desakota::study
