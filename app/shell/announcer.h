// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QQuickItem>

namespace Switchboard::App {

/**
 * Reads a sentence to who uses a screen reader.
 *
 * An invisible item whose accessible name becomes the sentence; Qt has no announcements before
 * 6.8. Give it the role AlertMessage in QML.
 */
class Announcer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(Announcer)
    Q_PROPERTY(QString sentence READ sentence NOTIFY sentenceChanged FINAL)

public:
    using QQuickItem::QQuickItem;

    QString sentence() const { return m_sentence; }

    Q_INVOKABLE void announce(const QString &sentence);

Q_SIGNALS:
    void sentenceChanged();

private:
    QString m_sentence;
};

} // namespace Switchboard::App
