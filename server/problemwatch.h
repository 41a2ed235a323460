// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "net/httprequest.h"
#include "net/originguard.h"
#include "problemlog.h"
#include "traffic/tap.h"

namespace Switchboard {

namespace EngineIo {
class Server;
}

/**
 * Notices what strangers do that an operator should know, and puts it into the problem log.
 *
 * Thread: engine thread. Outlived by config, engine, tap and log.
 */
class ProblemWatch final : private Traffic::Tap::TroubleWatcher
{
public:
    ProblemWatch(const ServerConfig &config, const EngineIo::Server &engine, Traffic::Tap &tap,
        ProblemLog &log);
    ~ProblemWatch();
    Q_DISABLE_COPY_MOVE(ProblemWatch)

    /** The guard let it in. */
    void requested(const Net::HttpRequest &request);
    /** The guard did not. */
    void refused(const Net::HttpRequest &request, Net::GuardVerdict verdict);
    /** Nothing serves its path. */
    void missed(const Net::HttpRequest &request);
    /** Its headers are here, and its body may have @p most bytes. */
    void announced(const Net::HttpRequest &request, qsizetype most);

private:
    void trouble(const Traffic::Record &record) override;
    void tooLarge(const QString &who, const QString &what);
    QString nameOf(quint32 client) const;

    const ServerConfig &m_config;
    const EngineIo::Server &m_engine;
    Traffic::Tap &m_tap;
    ProblemLog &m_log;
};

} // namespace Switchboard
