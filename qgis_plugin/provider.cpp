#include "qgis_plugin/provider.h"

#include <QIcon>

#include "qgis_plugin/algorithm.h"

namespace desakota::qgis_plugin {

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
    for (const auto& analysis : catalogue_) addAlgorithm(new Algorithm(analysis));
}

}  // namespace desakota::qgis_plugin
