// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace Switchboard::App {

/**
 * What the process settles with the system before anything else: broken pipes are errors of write()
 * and nothing more, and as many descriptors as the hard limit allows (L53).
 */
void prepareProcess();

/**
 * Turns SIGINT, SIGTERM and SIGHUP into one call on the thread of the event loop; another of them
 * after that ends the process at once.
 *
 * One instance at a time; it restores the default handling when it goes.
 */
class TerminationSignal : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminationSignal)

public:
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override;

Q_SIGNALS:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_descriptors[2] = {-1, -1};
};

} // namespace Switchboard::App
