// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/announcer.h"

#include <QAccessible>

namespace Switchboard::App {

void Announcer::announce(const QString &sentence)
{
    if (m_sentence != sentence) {
        m_sentence = sentence;
        Q_EMIT sentenceChanged();
    }
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Switchboard::App
