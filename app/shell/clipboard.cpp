// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Switchboard::App {

void Clipboard::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Switchboard::App
