// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/reactor.h"

#include <QSocketNotifier>

#include <unordered_map>

namespace Switchboard::Net {

/**
 * One QSocketNotifier per socket and direction: works wherever Qt does, and each event is a turn of
 * its own. Never reports HungUp; reading finds that out.
 *
 * Thread and lifetime: see Reactor.
 */
class NotifierReactor final : public Reactor
{
    Q_OBJECT

public:
    explicit NotifierReactor(const Clock *clock);
    ~NotifierReactor() override;

    bool watch(int descriptor, Watcher *watcher) override;
    void setInterest(int descriptor, Watcher *watcher, bool readable, bool writable) override;
    void unwatch(int descriptor) override;

private:
    /** A notifier may be ended inside its own signal. */
    struct Deleter
    {
        void operator()(QSocketNotifier *notifier) const;
    };

    using Notifier = std::unique_ptr<QSocketNotifier, Deleter>;

    struct Watch
    {
        Watcher *watcher = nullptr;
        Notifier read;
        Notifier write; // made when first needed
    };

    Notifier makeNotifier(int descriptor, QSocketNotifier::Type type);
    void turn(int descriptor, Watcher::Event event);

    std::unordered_map<int, Watch> m_watches;
};

} // namespace Switchboard::Net
