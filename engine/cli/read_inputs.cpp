#include "engine/cli/read_inputs.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/analyses/personal_data.h"
#include "engine/analyses/resolve.h"
#include "engine/geo/coordinate_system.h"
#include "engine/io/fingerprint.h"
#include "engine/io/read_layer.h"
#include "engine/io/read_raster.h"
#include "engine/io/read_text_file.h"

namespace desakota::cli {
namespace {

using analyses::Analysis;
using analyses::Parameter;
using analyses::ParameterKind;
using core::ExitStatus;

/// A layer that is open and not yet read.
struct OpenInput {
    std::string parameter;
    std::string source;  // as the user wrote it
    std::string label;
    io::OpenSource layer;
};

std::string label_of(const std::string& source, const io::OpenSource& open) {
    layers::Layer named;
    const auto parts = io::parse_source(source);
    if (parts.title.empty()) named.source = io::public_name(parts);
    named.name = open.layer_name();
    return layers::describe_layer(named);
}

/// A filter stands in run.json, word for word.
void refuse_personal_filter(const Parameter& parameter, const io::Source& source) {
    if (!analyses::names_personal_data(source.subset)) return;
    throw core::usage_error(core::format_text(
        "--{0}: the filter names personal data, which would be kept in run.json. Filter by another field.",
        "--{0}: saringan menyebut data pribadi, yang akan tersimpan di run.json. Saring dengan kolom lain.",
        parameter.name));
}

/// The graver of two: an order that cannot be followed comes before content that cannot be used.
ExitStatus graver(ExitStatus left, ExitStatus right) {
    for (const auto status : {ExitStatus::WrongUsage, ExitStatus::UnfitInput}) {
        if (left == status || right == status) return status;
    }
    return right;
}

/// Of the time, where a raster is read, too.
constexpr double kShareOfLayers = 0.8;

/// The stages of reading, one after the other.
class InputReader {
public:
    InputReader(const Analysis& analysis, const TypedValues& values, core::Progress& progress,
                core::Diagnostics& diagnostics)
        : analysis_(analysis), values_(values), progress_(progress), diagnostics_(diagnostics) {}

    ReadInputs read() {
        take_plain_values();
        open_all();
        check_layers();
        read_all();
        return std::move(result_);
    }

private:
    void take_plain_values() {
        auto& arguments = result_.arguments;
        arguments.numbers = values_.numbers;
        arguments.texts = values_.texts;
        arguments.yes_no = values_.yes_no;
        for (const auto& name : values_.given) {
            if (analysis_.find(name) != nullptr) arguments.given.push_back(name);
        }
    }

    /// Does `work` and keeps what it throws, so that other faults are found too.
    template <class Work>
    void collect(const Work& work) {
        if (progress_.cancelled()) throw core::Cancelled();
        try {
            work();
        } catch (const core::Cancelled&) {
            throw;
        } catch (const core::Error& error) {
            status_ = status_ ? graver(*status_, error.status()) : error.status();
            for (const auto& problem : error.problems()) diagnostics_.error(problem);
        }
    }

    void throw_collected() { diagnostics_.throw_errors(status_.value_or(ExitStatus::UnfitInput)); }

    void open_all() {
        for (const auto& parameter : analysis_.parameters) {
            if (parameter.kind != ParameterKind::Raster) open_layers(parameter);
            const auto file = values_.files.find(parameter.name);
            if (file != values_.files.end()) collect([&] { read_file(parameter.name, file->second); });
        }
        throw_collected();
    }

    void open_layers(const Parameter& parameter) {
        const auto sources = values_.sources.find(parameter.name);
        if (sources == values_.sources.end()) return;
        for (const auto& source : sources->second) {
            collect([&] { open(parameter, source); });
        }
    }

    void open(const Parameter& parameter, const std::string& source) {
        const auto wanted = io::parse_source(source);
        refuse_personal_filter(parameter, wanted);
        auto layer = io::open_source(wanted, diagnostics_, parameter.geometry, table_reading());
        auto label = label_of(source, layer);
        open_.push_back({parameter.name, source, std::move(label), std::move(layer)});
    }

    [[nodiscard]] io::TableReading table_reading() const {
        io::TableReading reading;
        const auto decimal = values_.text("decimal");
        if (decimal == "comma") reading.decimal = io::DecimalMark::Comma;
        if (decimal == "point") reading.decimal = io::DecimalMark::Point;
        reading.dash_is_zero = values_.text("dash") != "missing";
        return reading;
    }

    void read_file(const std::string& parameter, const std::string& path) {
        auto text = io::read_text_file(path);
        result_.inputs.push_back({parameter, path, "", io::sha256(text), std::nullopt});
        result_.arguments.files[parameter] = {path, std::move(text)};
    }

    void check_layers() {
        analyses::Schemas schemas;
        for (const auto& input : open_) {
            schemas[input.parameter].push_back({input.label, input.layer.geometry_type(), input.layer.columns()});
        }
        result_.arguments.fields = analyses::resolve_fields(analysis_, schemas, values_.fields, diagnostics_,
                                                            analyses::asked_fields(analysis_, result_.arguments));
        if (diagnostics_.has_errors()) status_ = ExitStatus::WrongUsage;
        analyses::check_geometry(analysis_, schemas, diagnostics_);
        throw_collected();
    }

    void read_all() {
        core::Stage rasters(progress_, kShareOfLayers, 1.0);
        const bool has_rasters = std::ranges::any_of(
            analysis_.parameters, [&](const Parameter& parameter) { return is_given_raster(parameter); });
        core::Stage layers(progress_, 0.0, has_rasters ? kShareOfLayers : 1.0);
        double all = 1.0;
        for (const auto& input : open_) all += weight(input);
        double done = 0.0;
        std::map<std::string, std::size_t> index;  // of the next layer, by parameter
        for (auto& input : open_) {
            core::Stage stage(layers, done / all, (done + weight(input)) / all);
            done += weight(input);
            collect([&] { read_layer(input, index[input.parameter]++, stage); });
        }
        read_rasters(rasters);
        throw_collected();
    }

    /// Its part of the work; layers that cannot be counted are large (OpenStreetMap).
    static double weight(const OpenInput& input) {
        constexpr std::size_t kUncounted = 1000000;
        return static_cast<double>(input.layer.feature_count().value_or(kUncounted)) + 1.0;
    }

    void read_layer(OpenInput& input, std::size_t index, core::Progress& progress) {
        const auto columns = analyses::needed_columns(analysis_, input.parameter, index, result_.arguments.fields);
        keep(input.parameter, input.source, input.layer.read(columns, progress, diagnostics_));
    }

    [[nodiscard]] bool is_given_raster(const Parameter& parameter) const {
        return parameter.kind == ParameterKind::Raster && values_.sources.contains(parameter.name);
    }

    /// No analysis has more than one.
    void read_rasters(core::Progress& progress) {
        for (const auto& parameter : analysis_.parameters) {
            if (!is_given_raster(parameter)) continue;
            const auto& path = values_.sources.at(parameter.name).front();
            collect([&] { keep(parameter.name, path, io::read_raster(path, progress, diagnostics_)); });
        }
    }

    void keep(const std::string& parameter, const std::string& source, io::ReadLayer read) {
        result_.inputs.push_back({parameter, source, read.layer.name, std::move(read.sha256),
                                  static_cast<std::int64_t>(read.layer.row_count)});
        record_operation(parameter, read.layer);
        result_.arguments.layers[parameter].push_back(std::move(read.layer));
    }

    /// How the layer's coordinates come to WGS 84, seen at its first one. Whether that is good enough is for the
    /// analysis to say.
    void record_operation(const std::string& parameter, const layers::Layer& layer) {
        const auto coordinates = std::as_const(layer.geometry).all_coordinates();
        if (layer.crs.empty() || coordinates.empty() || diagnostics_.has_errors()) return;
        const auto [place, is_new] = operations_.try_emplace(layer.crs);
        if (is_new) {
            std::array<geo::Point, 1> sample{coordinates.front()};
            place->second = operation_at(sample, layer);
        }
        if (place->second.name.empty()) return;
        result_.operations.push_back({parameter, place->second.name, place->second.accuracy});
    }

    /// A system that has no way to WGS 84 is the layer's fault.
    static geo::CoordinateOperation operation_at(std::span<geo::Point> sample, const layers::Layer& layer) {
        core::SilentProgress unseen;
        try {
            return geo::to_wgs84(sample, layer.crs, {}, unseen);
        } catch (const core::Error& error) {
            std::vector<core::Text> problems;
            for (const auto& problem : error.problems()) {
                problems.push_back(core::same_text(layers::describe_layer(layer) + ": ") + problem);
            }
            throw core::Error(error.status(), std::move(problems));
        }
    }

    const Analysis& analysis_;
    const TypedValues& values_;
    core::Progress& progress_;
    core::Diagnostics& diagnostics_;
    ReadInputs result_;
    std::vector<OpenInput> open_;
    std::optional<ExitStatus> status_;                            // of what was collected
    std::map<std::string, geo::CoordinateOperation> operations_;  // by coordinate system
};

}  // namespace

ReadInputs read_inputs(const Analysis& analysis, const TypedValues& values, core::Progress& progress,
                       core::Diagnostics& diagnostics) {
    return InputReader(analysis, values, progress, diagnostics).read();
}

}  // namespace desakota::cli
