#include "engine/study/source_paths.h"

#include <algorithm>
#include <filesystem>

namespace desakota::study {
namespace {

namespace fs = std::filesystem;

bool is_database_text(const std::string& file) {
    return file.starts_with("PG:") || file.starts_with("pg:");
}

/// The file with all links followed as far as it exists.
fs::path real_path(const fs::path& path) {
    std::error_code fault;
    auto real = fs::weakly_canonical(fs::absolute(path, fault), fault);
    return fault ? path.lexically_normal() : real;
}

bool is_within(const fs::path& path, const fs::path& folder) {
    const auto inner = real_path(path);
    const auto outer = real_path(folder.empty() ? fs::path(".") : folder);
    const auto [end_of_outer, rest] = std::ranges::mismatch(outer, inner);
    return end_of_outer == outer.end();
}

core::Text outside(const std::string& file) {
    return core::format_text("\"{}\" lies outside the study's folder. Copy it there, or say --trust.",
                             "\"{}\" berada di luar folder studi. Salin ke folder itu, atau beri --trust.", file);
}

}  // namespace

StudyPath study_path(const std::string& source, const StudyFolder& folder) {
    if (is_database_text(source)) {
        if (folder.is_trusted) return {source, std::nullopt};
        return {source, core::Text{"a study uses a database only with --trust.",
                                   "studi memakai basis data hanya dengan --trust."}};
    }
    // A folder of another machine as Windows names it: even to look whether it is there would greet that machine.
    if (source.starts_with("\\\\") && !folder.is_trusted) return {source, outside(source)};
    const auto bar = source.find('|');
    const fs::path file(source.substr(0, bar));
    const auto rest = bar == std::string::npos ? std::string() : source.substr(bar);
    // Addresses and GDAL's prefixes are refused where the source is opened.
    const bool has_prefix = source.substr(0, bar).find("://") != std::string::npos;
    const auto path = file.is_absolute() || has_prefix ? file : fs::path(folder.path) / file;
    StudyPath result{path.generic_string() + rest, std::nullopt};
    if (folder.is_trusted || has_prefix || is_within(path, folder.path)) return result;
    result.refusal = outside(file.generic_string());
    return result;
}

}  // namespace desakota::study
