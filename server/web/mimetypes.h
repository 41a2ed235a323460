// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Switchboard::Web {

/**
 * Content-Type for @p fileName by its extension, from a fixed table so that no machine's registry
 * decides what a browser runs. Unknown ones are application/octet-stream.
 */
QByteArray contentType(QByteArrayView fileName);

/** Content-Type whose content the browser should save instead of showing. */
bool isDownload(QByteArrayView contentType);

} // namespace Switchboard::Web
