#include "tests/tool/desakota_run.h"

#include <cmath>
#include <gmock/gmock.h>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogrsf_frmts.h>

#include "engine/io/gdal_handles.h"

namespace desakota::tests {
namespace {

io::DatasetHandle open_vector(const std::string& path, unsigned flags) {
    io::register_drivers();
    io::DatasetHandle dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | flags));
    if (dataset == nullptr) throw std::runtime_error("cannot open " + path);
    return dataset;
}

/// Calls `visit` with each feature of "file" or "file|layername=layer", and the number of a field.
template <class Visit>
void for_each_value(const std::string& source, const std::string& column, Visit&& visit) {
    constexpr std::string_view kLayer = "|layername=";
    const auto cut = source.find(kLayer);
    const auto dataset = open_vector(source.substr(0, cut), GDAL_OF_READONLY);
    auto* const layer = cut == std::string::npos ? dataset->GetLayer(0)
                                                 : dataset->GetLayerByName(source.substr(cut + kLayer.size()).c_str());
    if (layer == nullptr) throw std::runtime_error("no layer " + source);
    const int field = layer->GetLayerDefn()->GetFieldIndex(column.c_str());
    if (field < 0) throw std::runtime_error("no column " + column + " in " + source);
    for (const auto& feature : *layer) visit(*feature, field);
}

}  // namespace

std::string sample(const std::string& layer) {
    return std::string(DESAKOTA_SAMPLE) + "|layername=" + layer;
}

ToolCall desakota_call(Words arguments) {
    ToolCall call;
    call.program = DESAKOTA_PROGRAM;
    call.arguments = std::move(arguments);
    call.environment = {{"LC_ALL", "C"}, {"LANG", ""}, {"LANGUAGE", ""}, {"LC_MESSAGES", ""}, {"TERM", "xterm"}};
    return call;
}

ToolRun run_desakota(Words arguments) {
    return run_tool(desakota_call(std::move(arguments)));
}

Words access_words_in(const std::string& language, const AccessInputs& inputs, const std::string& output,
                      const Words& more) {
    Words words{"health-access", "--settlements",   inputs.settlements, "--roads", inputs.roads,
                "--facilities",  inputs.facilities, "--output",         output,    "--lang",
                language};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

Words access_words(const AccessInputs& inputs, const std::string& output, const Words& more) {
    return access_words_in("en", inputs, output, more);
}

std::string convert(const std::string& source, const std::string& target, const Words& options) {
    const auto dataset = open_vector(source, GDAL_OF_READONLY);
    const io::StringList words(options);
    auto* const parsed = GDALVectorTranslateOptionsNew(const_cast<char**>(words.pointer()), nullptr);
    GDALDatasetH input = dataset.get();
    int fault = 0;
    const io::ErrorCapture quiet;
    const io::DatasetHandle result(
        GDALDataset::FromHandle(GDALVectorTranslate(target.c_str(), nullptr, 1, &input, parsed, &fault)));
    GDALVectorTranslateOptionsFree(parsed);
    if (result == nullptr || fault != 0) throw std::runtime_error("cannot make " + target + ": " + quiet.first_error());
    return target;
}

std::string copy_sample(const std::string& layer, const std::string& target) {
    return convert(DESAKOTA_SAMPLE, target, {layer});
}

void change(const std::string& path, const std::string& statement) {
    const auto dataset = open_vector(path, GDAL_OF_UPDATE);
    const io::ErrorCapture quiet;
    dataset->ReleaseResultSet(dataset->ExecuteSQL(statement.c_str(), nullptr, nullptr));
    if (quiet.has_errors()) throw std::runtime_error(statement + ": " + quiet.first_error());
}

std::vector<std::string> column_of(const std::string& source, const std::string& column) {
    std::vector<std::string> texts;
    for_each_value(source, column, [&texts](const OGRFeature& feature, int field) {
        texts.emplace_back(feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsString(field) : "-");
    });
    return texts;
}

std::vector<double> numbers_of(const std::string& source, const std::string& column) {
    std::vector<double> numbers;
    for_each_value(source, column, [&numbers](const OGRFeature& feature, int field) {
        numbers.push_back(feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsDouble(field) : std::nan(""));
    });
    return numbers;
}

void expect_said(const ToolRun& run, int status, const Words& words) {
    EXPECT_EQ(run.status, status) << run.error;
    for (const auto& word : words) EXPECT_THAT(run.error, testing::HasSubstr(word));
}

}  // namespace desakota::tests
