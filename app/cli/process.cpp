// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "cli/process.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Switchboard::App {

namespace {

constexpr std::array terminations{SIGINT, SIGTERM, SIGHUP};

// All a signal handler may touch: a descriptor to write to and how often it ran.
volatile std::sig_atomic_t wakeDescriptor = -1;
volatile std::sig_atomic_t count = 0;

extern "C" void onTermination(int signal)
{
    if (count != 0) {
        ::_exit(128 + signal);
    }
    count = 1;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakeDescriptor, &byte, 1);
}

void handleTerminations(void (*handler)(int))
{
    struct sigaction action
    { };

    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : terminations) {
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace

void prepareProcess()
{
    struct sigaction ignore
    { };

    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, nullptr);

    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
}

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(wakeDescriptor == -1);
    if (::pipe2(m_descriptors, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the signals keep their default, which ends the process
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptors[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT received();
    });
    count = 0;
    wakeDescriptor = m_descriptors[1];
    handleTerminations(onTermination);
}

TerminationSignal::~TerminationSignal()
{
    if (!m_notifier) {
        return;
    }
    handleTerminations(SIG_DFL);
    wakeDescriptor = -1;
    m_notifier.reset();
    ::close(m_descriptors[0]);
    ::close(m_descriptors[1]);
}

} // namespace Switchboard::App
