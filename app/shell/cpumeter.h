// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <ctime>

namespace Switchboard::App {

/**
 * How much of one processor this program uses, in whole percent, every two seconds.
 *
 * GUI thread; measures only while active.
 */
class CpuMeter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(CpuMeter)
    Q_PROPERTY(int percent READ percent NOTIFY percentChanged FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)

public:
    explicit CpuMeter(QObject *parent = nullptr);

    int percent() const { return m_percent; }

    bool isActive() const { return m_timer.isActive(); }

    void setActive(bool active);

Q_SIGNALS:
    void percentChanged();
    void activeChanged();

private:
    void measure();

    QTimer m_timer;
    std::clock_t m_used = 0;
    qint64 m_at = 0; // ns, steady
    int m_percent = 0;
};

} // namespace Switchboard::App
