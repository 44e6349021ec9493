# Debian packages: cpack --config <build>/CPackConfig.cmake writes desakota (the program) and desakota-qgis (the plugin)
# from a build that is configured for the prefix /usr.
set(debian ${PROJECT_SOURCE_DIR}/engine/cmake/debian)
find_program(DESAKOTA_GZIP gzip REQUIRED)
set(changelog ${PROJECT_BINARY_DIR}/changelog.gz)
add_custom_command(OUTPUT ${changelog} DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  COMMAND ${DESAKOTA_GZIP} -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${changelog} VERBATIM)
add_custom_target(changelog ALL DEPENDS ${changelog})
foreach(package IN ITEMS desakota desakota-qgis)
  install(FILES ${debian}/copyright ${changelog} DESTINATION share/doc/${package} COMPONENT ${package})
endforeach()

# manual_page(<language> <folder of share/man>)
function(manual_page language folder)
  set(page ${PROJECT_BINARY_DIR}/man/${language}/desakota.1.gz)
  set(script ${PROJECT_SOURCE_DIR}/engine/cmake/manual_page.cmake)
  add_custom_command(OUTPUT ${page} DEPENDS desakota ${script}
    COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:desakota> -DLANGUAGE=${language} -DGZIP=${DESAKOTA_GZIP}
      -DPAGE=${page} -P ${script} VERBATIM)
  add_custom_target(manual_page_${language} ALL DEPENDS ${page})
  install(FILES ${page} DESTINATION share/man/${folder} COMPONENT desakota)
endfunction()
if(TARGET desakota AND NOT DESAKOTA_SANITIZE)
  manual_page(en man1)
  manual_page(id id/man1)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME desakota)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
# There is no address to write to yet.
set(CPACK_PACKAGE_CONTACT "Desakota developers <desakota@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL desakota desakota-qgis)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_DESAKOTA_PACKAGE_NAME desakota)
set(CPACK_COMPONENT_DESAKOTA_DESCRIPTION
  "distances by road between villages, centres and health centres
Desakota finds out who lives how far from what, over the roads that exist, and
says for every settlement how it came to its figure. For planners of rural
districts and transmigration areas; speaks English and Indonesian.")
# Coordinate operations of national datums need PROJ's grids; maps and reports their letters.
set(CPACK_DEBIAN_DESAKOTA_PACKAGE_DEPENDS "proj-data, fonts-dejavu-core")

set(CPACK_DEBIAN_DESAKOTA-QGIS_PACKAGE_NAME desakota-qgis)
set(CPACK_COMPONENT_DESAKOTA-QGIS_DESCRIPTION
  "Desakota's analyses in QGIS
All analyses of Desakota as algorithms of QGIS's Processing toolbox, styled,
in English and Indonesian.")
# PyQGIS alone can run them too.
set(CPACK_DEBIAN_DESAKOTA-QGIS_PACKAGE_DEPENDS "desakota (= ${PROJECT_VERSION}), python3-qgis (>= 3.22)")
set(CPACK_DEBIAN_DESAKOTA-QGIS_PACKAGE_RECOMMENDS "qgis")
set(CPACK_DEBIAN_DESAKOTA-QGIS_PACKAGE_CONTROL_EXTRA ${debian}/desakota-qgis/postinst ${debian}/desakota-qgis/prerm)
include(CPack)
