#pragma once

#include <memory>

#include <qgsprocessingprovider.h>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/kept_networks.h"

namespace desakota::qgis_plugin {

/// All analyses of a catalogue as algorithms of QGIS, under the id `desakota`.
class Provider final : public QgsProcessingProvider {
public:
    /// `catalogue` outlives the provider. One network is kept for runs on the same roads, until the project is closed.
    explicit Provider(const analyses::Catalogue& catalogue);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString longName() const override;
    [[nodiscard]] QString versionInfo() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString svgIconPath() const override;
    void loadAlgorithms() override;

private:
    const analyses::Catalogue& catalogue_;
    std::shared_ptr<analyses::NetworkStore> networks_;
};

}  // namespace desakota::qgis_plugin
