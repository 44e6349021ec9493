#pragma once

#include <qgsprocessingprovider.h>

#include "engine/analyses/catalogue.h"

namespace desakota::qgis_plugin {

/// All analyses of a catalogue as algorithms of QGIS, under the id `desakota`.
class Provider final : public QgsProcessingProvider {
public:
    /// `catalogue` outlives the provider.
    explicit Provider(const analyses::Catalogue& catalogue) : catalogue_(catalogue) {}

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString longName() const override;
    [[nodiscard]] QString versionInfo() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString svgIconPath() const override;
    void loadAlgorithms() override;

private:
    const analyses::Catalogue& catalogue_;
};

}  // namespace desakota::qgis_plugin
