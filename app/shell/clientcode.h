// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/** The few lines that connect a client in another language, for copying. Has no state. */
class ClientCode : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /** Names of the languages, as shown. */
    Q_PROPERTY(QStringList languages READ languages CONSTANT FINAL)

public:
    using QObject::QObject;

    static QStringList languages();

    /** Code in @p languages()[language] that connects to @p url and emits "hello". */
    Q_INVOKABLE static QString code(int language, const QString &url);
};

} // namespace Switchboard::App
