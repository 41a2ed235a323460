// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Switchboard::App {

/** Whether something of that name is nobody's business: password, token, cookie and the like. */
bool isSecretName(QByteArrayView name);

/** What stands in place of a secret. */
QByteArrayView secretMask();

/**
 * JSON @p text with the values of all secret keys replaced, everything else byte for byte.
 *
 * What is not JSON comes back empty, since nobody knows what is in it. Pure, any thread.
 */
QByteArray maskSecrets(QByteArrayView text);

} // namespace Switchboard::App
