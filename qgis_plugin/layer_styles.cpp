#include "qgis_plugin/layer_styles.h"

#include <utility>
#include <vector>

#include <QDomDocument>
#include <qgslayertree.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsprocessingcontext.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>

#include "qgis_plugin/words.h"

#include "engine/core/error.h"
#include "engine/io/add_styles.h"

namespace desakota::qgis_plugin {
namespace {

/// Styles the layer once QGIS has loaded it: the first style shows, the others can be chosen by their titles.
class Styler final : public QgsProcessingLayerPostProcessorInterface {
public:
    explicit Styler(std::vector<layers::LayerStyle> styles) : styles_(std::move(styles)) {}

    void postProcessLayer(QgsMapLayer* layer, QgsProcessingContext& context,
                          QgsProcessingFeedback* /*feedback*/) override {
        if (layer == nullptr || styles_.empty()) return;
        QDomDocument first;
        first.setContent(to_qt(styles_.front().qml));
        QString fault;
        layer->importNamedStyle(first, fault);
        auto& manager = *layer->styleManager();
        manager.renameStyle(manager.currentStyle(), to_qt(styles_.front().title));
        for (std::size_t i = 1; i < styles_.size(); ++i) {
            manager.addStyle(to_qt(styles_[i].title), QgsMapLayerStyle(to_qt(styles_[i].qml)));
        }
        show_legend(*layer, context.project());
        layer->triggerRepaint();
    }

private:
    /// A legend that is folded explains nothing.
    static void show_legend(const QgsMapLayer& layer, QgsProject* project) {
        auto* const place = project == nullptr ? nullptr : project->layerTreeRoot()->findLayer(layer.id());
        if (place != nullptr) place->setExpanded(true);
    }

    std::vector<layers::LayerStyle> styles_;
};

void style_in_geopackage(const QString& destination, const layers::Layer& layer) {
    const auto parts = QgsProviderRegistry::instance()->decodeUri(QStringLiteral("ogr"), destination);
    const auto path = parts.value(QStringLiteral("path")).toString();
    if (!path.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) return;
    io::add_styles(path.toStdString(), parts.value(QStringLiteral("layerName")).toString().toStdString(), layer.styles);
}

core::Text not_kept(const layers::Layer& layer, const core::Error& error) {
    auto text = core::same_text("\"") + layer.title +
                core::Text{"\": the styles are not kept in the file.", "\": gaya tidak disimpan dalam berkas."};
    for (const auto& problem : error.problems()) text = text + core::same_text(" ") + problem;
    return text;
}

}  // namespace

void style(const QString& destination, const layers::Layer& layer, QgsProcessingContext& context,
           core::Diagnostics& diagnostics) {
    if (layer.styles.empty()) return;
    try {
        style_in_geopackage(destination, layer);
    } catch (const core::Error& error) {
        diagnostics.warning(not_kept(layer, error));
    }
    if (!context.willLoadLayerOnCompletion(destination)) return;
    // QGIS takes it over.
    context.layerToLoadOnCompletionDetails(destination).setPostProcessor(new Styler(layer.styles));
}

}  // namespace desakota::qgis_plugin
