#include "qgis_plugin/run_input.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <QRegularExpression>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingutils.h>
#include <qgsproviderregistry.h>
#include <qgsrasterlayer.h>

#include "qgis_plugin/words.h"

#include "engine/analyses/resolve.h"
#include "engine/core/number_text.h"
#include "engine/io/read_layer.h"
#include "engine/io/read_raster.h"
#include "engine/io/read_text_file.h"

namespace desakota::qgis_plugin {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;

/// Of the time, where a raster is read, too.
constexpr double kShareOfLayers = 0.8;

/// A layer that is known and not yet read.
struct Known {
    std::string parameter;
    LayerInput input;
    io::SourceSchema schema;
    /// A sheet that the engine reads by itself.
    std::shared_ptr<io::OpenSource> sheet;
};

/// What front ends are told of tables (table_reading_parameters.h).
io::TableReading table_reading(const RunRequest& request) {
    const auto chosen = [&](const std::string& name) {
        const auto* const parameter = request.analysis.find(name);
        const auto* const definition = parameter == nullptr ? nullptr : request.definition(*parameter);
        if (definition == nullptr) return QString();
        return QgsProcessingParameters::parameterAsEnumString(definition, request.parameters, request.context);
    };
    io::TableReading reading;
    if (chosen("decimal") == QLatin1String("comma")) reading.decimal = io::DecimalMark::Comma;
    if (chosen("decimal") == QLatin1String("point")) reading.decimal = io::DecimalMark::Point;
    reading.dash_is_zero = chosen("dash") != QLatin1String("missing");
    return reading;
}

io::SourceSchema schema_of_sheet(const io::OpenSource& sheet) {
    io::SourceSchema schema;
    schema.name = sheet.layer_name();
    schema.geometry_type = sheet.geometry_type();
    schema.crs = sheet.crs();
    for (auto& definition : sheet.columns()) schema.columns.push_back({.definition = std::move(definition)});
    schema.feature_count = sheet.feature_count();
    return schema;
}

bool is_field(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Field || parameter.kind == ParameterKind::Fields;
}

core::Text not_a_number(const Parameter& parameter, const QString& word) {
    return core::format_text("--{}: \"{}\" is not a number. Separate numbers by blanks.",
                             "--{}: \"{}\" bukan angka. Pisahkan angka dengan spasi.", parameter.name,
                             word.toStdString());
}

core::Error not_opened(const Parameter& parameter) {
    return core::usage_error(core::format_text("--{}: the layer cannot be opened. Choose another one.",
                                               "--{}: lapisan tidak dapat dibuka. Pilih lapisan lain.",
                                               parameter.name));
}

core::Error not_chosen(const Parameter& parameter) {
    return core::usage_error(core::format_text("--{}: nothing is chosen. Choose a layer.",
                                               "--{}: belum ada yang dipilih. Pilih lapisan.", parameter.name));
}

/// How many things a value names, lists in lists counted out. QGIS passes over layers that it cannot open.
qsizetype named_count(const QVariant& value) {
    if (value.type() == QVariant::List || value.type() == QVariant::StringList) {
        qsizetype count = 0;
        for (const auto& part : value.toList()) count += named_count(part);
        return count;
    }
    const bool is_empty = !value.isValid() || value.isNull();
    return is_empty || (value.type() == QVariant::String && value.toString().isEmpty()) ? 0 : 1;
}

/// Reads the parameters of one run, kind by kind.
class InputReader {
public:
    InputReader(const RunRequest& request, ThreadBoundInput bound, core::Progress& progress,
                core::Diagnostics& diagnostics)
        : request_(request), bound_(std::move(bound)), progress_(progress), diagnostics_(diagnostics) {}

    RunInput read() {
        for (const auto& parameter : request_.analysis.parameters) {
            collect([&] { take(parameter); });
        }
        ask_for_wanted_outputs();
        diagnostics_.throw_errors();
        choose_fields();
        core::Stage layers(progress_, 0.0, bound_.rasters.empty() ? 1.0 : kShareOfLayers);
        read_layers(layers);
        core::Stage rasters(progress_, kShareOfLayers, 1.0);
        read_rasters(rasters);
        diagnostics_.throw_errors();
        return std::move(result_);
    }

private:
    /// Does `work` and keeps what it throws, so that other faults are found too.
    template <class Work>
    void collect(const Work& work) {
        if (progress_.cancelled()) throw core::Cancelled();
        try {
            work();
        } catch (const core::Cancelled&) {
            throw;
        } catch (const core::Error& error) {
            for (const auto& problem : error.problems()) diagnostics_.error(problem);
        }
    }

    [[nodiscard]] QVariant value(const Parameter& parameter) const {
        return request_.parameters.value(parameter_name(parameter.name));
    }

    [[nodiscard]] bool has_value(const Parameter& parameter) const {
        const auto given = value(parameter);
        return given.isValid() && !given.isNull() && !(given.type() == QVariant::String && given.toString().isEmpty());
    }

    void take(const Parameter& parameter) {
        const auto* const definition = request_.definition(parameter);
        if (parameter.kind == ParameterKind::Layers) return take_layers(parameter);
        if (!has_value(parameter) && parameter.required) throw not_chosen(parameter);
        if (!has_value(parameter)) return take_default(parameter);
        switch (parameter.kind) {
            case ParameterKind::Layer:
                return take_layer(parameter, definition);
            case ParameterKind::Field:
            case ParameterKind::Fields:
                return take_fields(parameter, definition);
            case ParameterKind::Number:
                return take_number(parameter, definition);
            case ParameterKind::Numbers:
                return take_numbers(parameter, definition);
            case ParameterKind::YesNo:
                return take_yes_no(parameter, definition);
            case ParameterKind::Choice:
            case ParameterKind::Text:
                return take_text(parameter, definition);
            case ParameterKind::File:
                return take_file(parameter, definition);
            default:
                return;
        }
    }

    void take_default(const Parameter& parameter) {
        auto& arguments = result_.arguments;
        if (parameter.default_number) arguments.numbers[parameter.name] = {*parameter.default_number};
        if (!parameter.default_text.empty()) arguments.texts[parameter.name] = parameter.default_text;
        if (parameter.kind == ParameterKind::YesNo) arguments.yes_no[parameter.name] = parameter.default_yes;
    }

    void mark_given(const Parameter& parameter) { result_.arguments.given.push_back(parameter.name); }

    void take_layers(const Parameter& parameter) {
        if (bound_.layers[parameter.name].empty() && parameter.required) throw not_chosen(parameter);
        for (auto& input : bound_.layers[parameter.name]) know(parameter, std::move(input));
    }

    void take_layer(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        const std::shared_ptr<QgsProcessingFeatureSource> source(
            QgsProcessingParameters::parameterAsSource(definition, request_.parameters, request_.context));
        if (!source) throw not_opened(parameter);
        know(parameter, input_of(source, QgsProcessingParameters::parameterAsVectorLayer(
                                             definition, request_.parameters, request_.context)));
    }

    void know(const Parameter& parameter, LayerInput input) {
        if (!input.sheet.empty()) return know_sheet(parameter, std::move(input));
        auto schema = schema_of(input);
        result_.crs[schema.crs] = input.crs;
        known_.push_back({parameter.name, std::move(input), std::move(schema), nullptr});
        mark_given(parameter);
    }

    void know_sheet(const Parameter& parameter, LayerInput input) {
        const auto source = io::parse_source(input.sheet);
        auto sheet = std::make_shared<io::OpenSource>(
            io::open_source(source, diagnostics_, parameter.geometry, table_reading(request_)));
        auto schema = schema_of_sheet(*sheet);
        result_.crs[schema.crs] = QgsCoordinateReferenceSystem::fromWkt(QString::fromStdString(schema.crs));
        known_.push_back({parameter.name, std::move(input), std::move(schema), std::move(sheet)});
        mark_given(parameter);
    }

    void take_fields(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        auto& names = named_[parameter.name];
        for (const auto& name :
             QgsProcessingParameters::parameterAsFields(definition, request_.parameters, request_.context)) {
            if (!name.isEmpty()) names.push_back(name.toStdString());
        }
        if (!names.empty()) mark_given(parameter);
    }

    void take_number(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        const double number =
            QgsProcessingParameters::parameterAsDouble(definition, request_.parameters, request_.context);
        result_.arguments.numbers[parameter.name] = {number};
        if (number != parameter.default_number) mark_given(parameter);
    }

    void take_numbers(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        static const QRegularExpression between(QStringLiteral("[\\s;]+"));
        auto& numbers = result_.arguments.numbers[parameter.name];
        const auto text = QgsProcessingParameters::parameterAsString(definition, request_.parameters, request_.context);
        for (const auto& word : text.split(between, Qt::SkipEmptyParts)) {
            const auto number = core::parse_number(word.toStdString());
            if (!number) throw core::usage_error(not_a_number(parameter, word));
            numbers.push_back(*number);
        }
        mark_given(parameter);
    }

    void take_yes_no(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        const bool yes = QgsProcessingParameters::parameterAsBool(definition, request_.parameters, request_.context);
        result_.arguments.yes_no[parameter.name] = yes;
        if (yes != parameter.default_yes) mark_given(parameter);
    }

    void take_text(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        const auto text =
            parameter.kind == ParameterKind::Choice
                ? QgsProcessingParameters::parameterAsEnumString(definition, request_.parameters, request_.context)
                : QgsProcessingParameters::parameterAsString(definition, request_.parameters, request_.context);
        result_.arguments.texts[parameter.name] = text.toStdString();
        if (text.toStdString() != parameter.default_text) mark_given(parameter);
    }

    void take_file(const Parameter& parameter, const QgsProcessingParameterDefinition* definition) {
        const auto path = QgsProcessingParameters::parameterAsFile(definition, request_.parameters, request_.context);
        result_.arguments.files[parameter.name] = {path.toStdString(), io::read_text_file(path.toStdString())};
        mark_given(parameter);
    }

    /// Whoever wants a layer need not also say yes to its being made.
    void ask_for_wanted_outputs() {
        for (const auto& output : request_.analysis.outputs) {
            if (output.asked_by.empty()) continue;
            if (is_wanted(request_.parameters, sink_name(request_.analysis, output))) {
                result_.arguments.yes_no[output.asked_by] = true;
            }
        }
    }

    void choose_fields() {
        analyses::Schemas schemas;
        for (const auto& layer : known_) schemas[layer.parameter].push_back(chosen_from(layer.schema));
        result_.arguments.fields =
            analyses::resolve_fields(request_.analysis, schemas, named_, diagnostics_,
                                     analyses::asked_fields(request_.analysis, result_.arguments));
        report_fields_without_layer(schemas);
        analyses::check_geometry(request_.analysis, schemas, diagnostics_);
        diagnostics_.throw_errors();
    }

    void report_fields_without_layer(const analyses::Schemas& schemas) {
        for (const auto& parameter : request_.analysis.parameters) {
            if (!is_field(parameter) || schemas.contains(parameter.of)) continue;
            const auto named = named_.find(parameter.name);
            if (named == named_.end() || named->second.empty()) continue;
            diagnostics_.option_without_effect(core::format_text("--{} has no effect without --{}.",
                                                                 "--{} tidak berpengaruh tanpa --{}.", parameter.name,
                                                                 parameter.of));
        }
    }

    void read_layers(core::Progress& progress) {
        double all = 0.0;
        for (const auto& layer : known_) all += weight(layer);
        double done = 0.0;
        std::map<std::string, std::size_t> index;  // of the next layer, by parameter
        for (const auto& layer : known_) {
            core::Stage stage(progress, done / all, (done + weight(layer)) / all);
            done += weight(layer);
            const auto columns = analyses::needed_columns(request_.analysis, layer.parameter, index[layer.parameter]++,
                                                          result_.arguments.fields);
            collect([&] {
                auto [read, content] = layer.sheet
                                           ? ReadLayer{layer.sheet->read(columns, stage, diagnostics_).layer, {}}
                                           : read_layer(layer.input, layer.schema, columns, stage, diagnostics_);
                result_.arguments.layers[layer.parameter].push_back(std::move(read));
                result_.contents[layer.parameter].push_back(std::move(content));
            });
        }
    }

    static double weight(const Known& layer) { return static_cast<double>(layer.schema.feature_count.value_or(0)) + 1; }

    /// No analysis has more than one.
    void read_rasters(core::Progress& progress) {
        for (const auto& raster : bound_.rasters) {
            collect([&] {
                auto read = io::read_raster(raster.second, progress, diagnostics_);
                result_.arguments.layers[raster.first].push_back(std::move(read.layer));
                result_.arguments.given.push_back(raster.first);
            });
        }
    }

    const RunRequest& request_;
    ThreadBoundInput bound_;
    core::Progress& progress_;
    core::Diagnostics& diagnostics_;
    RunInput result_;
    std::vector<Known> known_;
    std::map<std::string, std::vector<std::string>> named_;  // fields, by parameter
};

std::string raster_path(const Parameter& parameter, const QgsRasterLayer& layer) {
    const auto parts = QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
    const auto path = parts.value(QStringLiteral("path")).toString();
    if (layer.providerType() == QLatin1String("gdal") && !path.isEmpty()) return path.toStdString();
    throw core::usage_error(
        core::format_text("--{}: \"{}\" is no raster file. Save it as a file, and choose that.",
                          "--{}: \"{}\" bukan berkas raster. Simpan sebagai berkas, lalu pilih itu.", parameter.name,
                          layer.name().toStdString()));
}

const QgsVectorLayer& vector_layer(const Parameter& parameter, const QgsMapLayer& layer) {
    const auto* const vector = qobject_cast<const QgsVectorLayer*>(&layer);
    if (vector != nullptr && vector->isValid()) return *vector;
    throw core::usage_error(core::format_text("--{}: \"{}\" is no vector layer. Choose another one.",
                                              "--{}: \"{}\" bukan lapisan vektor. Pilih lapisan lain.", parameter.name,
                                              layer.name().toStdString()));
}

std::vector<LayerInput> bound_layers(const RunRequest& request, const Parameter& parameter) {
    const auto* const definition = request.definition(parameter);
    const auto layers = QgsProcessingParameters::parameterAsLayerList(definition, request.parameters, request.context);
    if (named_count(request.parameters.value(definition->name())) > layers.size()) throw not_opened(parameter);
    std::vector<LayerInput> inputs;
    for (const auto* const layer : layers) inputs.push_back(input_of(vector_layer(parameter, *layer)));
    return inputs;
}

/// The path; nothing where no raster is chosen.
std::optional<std::string> bound_raster(const RunRequest& request, const Parameter& parameter) {
    const auto* const definition = request.definition(parameter);
    const auto* const layer =
        QgsProcessingParameters::parameterAsRasterLayer(definition, request.parameters, request.context);
    if (layer != nullptr) return raster_path(parameter, *layer);
    if (named_count(request.parameters.value(definition->name())) > 0) throw not_opened(parameter);
    return std::nullopt;
}

}  // namespace

const QgsProcessingParameterDefinition* RunRequest::definition(const Parameter& parameter) const {
    return algorithm.parameterDefinition(parameter_name(parameter.name));
}

ThreadBoundInput take_thread_bound_input(const RunRequest& request) {
    ThreadBoundInput bound;
    for (const auto& parameter : request.analysis.parameters) {
        if (parameter.kind == ParameterKind::Layers) bound.layers[parameter.name] = bound_layers(request, parameter);
        if (parameter.kind != ParameterKind::Raster) continue;
        if (auto path = bound_raster(request, parameter)) bound.rasters[parameter.name] = std::move(*path);
    }
    return bound;
}

RunInput read_input(const RunRequest& request, ThreadBoundInput bound, core::Progress& progress,
                    core::Diagnostics& diagnostics) {
    return InputReader(request, std::move(bound), progress, diagnostics).read();
}

bool is_wanted(const QVariantMap& parameters, const QString& sink) {
    auto value = parameters.value(sink);
    if (value.canConvert<QgsProcessingOutputLayerDefinition>()) {
        value = value.value<QgsProcessingOutputLayerDefinition>().sink.staticValue();
    }
    return value.isValid() && !value.isNull() && !value.toString().isEmpty();
}

}  // namespace desakota::qgis_plugin
