#include "qgis_plugin/provider.h"

#include <QIcon>
#include <qgsproject.h>

#include "qgis_plugin/algorithm.h"

namespace desakota::qgis_plugin {

Provider::Provider(const analyses::Catalogue& catalogue)
    : catalogue_(catalogue), networks_(std::make_shared<analyses::NetworkStore>(1)) {
    QObject::connect(QgsProject::instance(), &QgsProject::cleared, this, [networks = networks_] { networks->clear(); });
}

QString Provider::id() const {
    return QStringLiteral("desakota");
}
QString Provider::name() const {
    return QStringLiteral("Desakota");
}
QString Provider::longName() const {
    return QStringLiteral("Desakota " DESAKOTA_VERSION);
}
QString Provider::versionInfo() const {
    return QStringLiteral(DESAKOTA_VERSION);
}
QIcon Provider::icon() const {
    return QIcon(svgIconPath());
}
QString Provider::svgIconPath() const {
    return QStringLiteral(":/desakota/icon.svg");
}

void Provider::loadAlgorithms() {
    for (const auto& analysis : catalogue_) addAlgorithm(new Algorithm(analysis, networks_));
}

}  // namespace desakota::qgis_plugin
