# The provider compiled for the QGIS version that is installed, in the plugin's folder. Needs Qt 5 and QGIS.
set(sources algorithm.cpp algorithm_texts.cpp layer_input.cpp layer_styles.cpp libraries_inside.cpp parameters.cpp
  provider.cpp registration.cpp result_sinks.cpp run_input.cpp words.cpp)
set(headers algorithm.h algorithm_texts.h feedback_progress.h layer_input.h layer_styles.h parameters.h provider.h
  result_sinks.h run_input.h words.h)
add_library(desakota_qgis MODULE ${sources} resources.qrc)
set_target_properties(desakota_qgis PROPERTIES AUTORCC ON LIBRARY_OUTPUT_DIRECTORY ${plugin_folder})
target_include_directories(desakota_qgis PRIVATE ${PROJECT_SOURCE_DIR})
target_include_directories(desakota_qgis SYSTEM PRIVATE ${QGIS_INCLUDE_DIR})
target_compile_definitions(desakota_qgis PRIVATE DESAKOTA_VERSION="${PROJECT_VERSION}")
target_link_libraries(desakota_qgis PRIVATE desakota::analyses desakota::io ${QGIS_CORE_LIBRARY}
  Qt5::Core Qt5::Gui Qt5::Widgets Qt5::Xml)
# A guest in a foreign process: nothing of the engine or its libraries is visible from outside, nor what the compiler
# makes of QGIS's and the standard library's templates, which -fvisibility=hidden leaves visible.
set(visible ${CMAKE_CURRENT_SOURCE_DIR}/visible.map)
target_link_options(desakota_qgis PRIVATE -Wl,--version-script=${visible} -Wl,-z,defs)
# libraries_inside.cpp has what would be taken from the libraries fmt and toml++; unneeded, they are left out.
target_link_options(desakota_qgis PRIVATE -Wl,--as-needed)
set_property(TARGET desakota_qgis APPEND PROPERTY LINK_DEPENDS ${visible})
engine_rules_of(qgis_plugin FOLDER qgis_plugin FILES ${sources} ${headers}
  DEPENDS core geo layers io analyses LIBS Qt5 QGIS tomlplusplus::tomlplusplus)

# The Python side loads the library only into the QGIS it was made for.
string(REGEX MATCH "^[0-9]+[.][0-9]+" qgis_minor "${QGIS_VERSION}")
file(WRITE ${plugin_folder}/built_for.txt "${qgis_minor}\n")
install(FILES ${plugin_folder}/built_for.txt DESTINATION ${plugins}/desakota COMPONENT desakota-qgis)
# What depends on the processor lies under lib; the plugin's folder points to it.
set(library_folder ${CMAKE_INSTALL_LIBDIR}/desakota)
set(library libdesakota_qgis.so)
install(TARGETS desakota_qgis DESTINATION ${library_folder} COMPONENT desakota-qgis)
file(RELATIVE_PATH library_from_plugin /prefix/${plugins}/desakota /prefix/${library_folder}/${library})
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/link)
file(CREATE_LINK ${library_from_plugin} ${CMAKE_CURRENT_BINARY_DIR}/link/${library} SYMBOLIC)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/link/${library} DESTINATION ${plugins}/desakota COMPONENT desakota-qgis)
