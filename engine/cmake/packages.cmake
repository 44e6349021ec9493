# Debian packages: cpack --config <build>/CPackConfig.cmake writes desakota (the program) and desakota-qgis (the plugin).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME desakota)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Desakota developers <desakota@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL desakota desakota-qgis)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_DESAKOTA_PACKAGE_NAME desakota)
set(CPACK_COMPONENT_DESAKOTA_DESCRIPTION
  "distances by road between villages, centres and health centres
 Desakota finds out who lives how far from what, over the roads that exist, and
 says for every settlement how it came to its figure. For planners of rural
 districts and transmigration areas; speaks English and Indonesian.")
# Coordinate operations of national datums need PROJ's grids.
set(CPACK_DEBIAN_DESAKOTA_PACKAGE_DEPENDS "proj-data")

set(CPACK_DEBIAN_DESAKOTA-QGIS_PACKAGE_NAME desakota-qgis)
set(CPACK_COMPONENT_DESAKOTA-QGIS_DESCRIPTION
  "Desakota's analyses in QGIS
 All analyses of Desakota as algorithms of QGIS's Processing toolbox, styled,
 in English and Indonesian.")
set(CPACK_DEBIAN_DESAKOTA-QGIS_PACKAGE_DEPENDS
  "desakota (= ${PROJECT_VERSION}), qgis (>= 3.22) | python3-qgis (>= 3.22), python3-qgis")
include(CPack)
