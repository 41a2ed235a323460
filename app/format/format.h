// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QString>

namespace Switchboard::App {

/**
 * Numbers, sizes, spans and times as people read them (UX 14). Models use it so that QML never
 * formats. Numbers inside of payloads never come here.
 *
 * Stateless; any thread.
 */
class Format : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Format)
    QML_ELEMENT
    QML_SINGLETON

public:
    explicit Format(QObject *parent = nullptr);

    /** Stands for "no value". */
    Q_INVOKABLE static QString none();
    /** 18,204 */
    Q_INVOKABLE static QString count(qint64 number);
    /** 8.2k, 104k, 1.20M from 10,000 on */
    Q_INVOKABLE static QString badge(qint64 number);
    /** 4.2/s, 1,284/s */
    Q_INVOKABLE static QString rate(double perSecond);
    /** 318 B, 2.4 MB (thousands, not 1,024) */
    Q_INVOKABLE static QString bytes(qint64 number);
    /** 840 µs, 3.2 ms, 4.1 s, 2 h 14 min; a negative span is none() */
    Q_INVOKABLE static QString span(qint64 microseconds);
    /** 14:32:07.088, local time of @p time in µs since 1970 */
    Q_INVOKABLE static QString clock(qint64 time);
    /** 2026-11-23 14:32:07.088123 CET */
    Q_INVOKABLE static QString dateTime(qint64 time);
    /** now, 4 s, 12 min, 3 h, then the date; both in µs since 1970 */
    Q_INVOKABLE static QString ago(qint64 time, qint64 now);
    /** 62 % */
    Q_INVOKABLE static QString percent(double fraction);
    /** 1792…7x */
    Q_INVOKABLE static QString shortId(const QString &id);
};

} // namespace Switchboard::App
