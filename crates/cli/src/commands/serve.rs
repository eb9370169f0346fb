//! `serve` and `worker`.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use countersign_server::{ServerOptions, ServerState, Texts};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use crate::args::{ConfigArgument, ServeArguments};
use crate::config::Config;

/// Serves until interrupted.
pub async fn serve(arguments: ServeArguments) -> Result<ExitCode> {
    logging();
    let mut config = Config::read(arguments.config.config.as_deref())?;
    if let Some(listen) = arguments.listen {
        config.server.listen = listen;
    }
    if let Some(folder) = &arguments.data_dir {
        config.keep_in(folder);
    }
    config.server.demo |= arguments.demo;
    let listener = TcpListener::bind(&config.server.listen)
        .await
        .with_context(|| format!("{} cannot be listened on", config.server.listen))?;
    let address = listener.local_addr()?;
    let app = config.app().await?;
    let base_url = match config.server.base_url.trim_end_matches('/') {
        "" => format!("http://{address}"),
        named => named.to_owned(),
    };
    let (stop, stopped) = watch::channel(false);
    let state = ServerState::new(
        Arc::clone(&app),
        Arc::new(Texts::built_in()?),
        ServerOptions {
            demo: config.server.demo,
            base_url,
            levels: config.levels()?,
            embed_origins: config.embed_origins()?,
        },
    )
    .until(stopped.clone());
    let worker =
        (!arguments.no_worker).then(|| tokio::spawn(Arc::clone(&app).work("embedded", until(stopped.clone()))));
    println!("listening on http://{address}");
    let serving = axum::serve(listener, countersign_server::router(state)).with_graceful_shutdown(until(stopped));
    let signalled = async {
        interrupted().await;
        tracing::info!("stopping: requests and the job in hand are finished first");
        // Nobody listening any more is no fault: both sides may have ended by themselves.
        stop.send(true).unwrap_or_default();
    };
    let (served, ()) = tokio::join!(serving.into_future(), signalled);
    served?;
    if let Some(worker) = worker {
        worker.await?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Works on the queue until interrupted.
pub async fn worker(arguments: ConfigArgument) -> Result<ExitCode> {
    logging();
    let config = Config::read(arguments.config.as_deref())?;
    let app = config.app().await?;
    println!("working on the queue");
    let name = format!("worker-{}", std::process::id());
    app.work(&name, interrupted()).await;
    Ok(ExitCode::SUCCESS)
}

fn logging() {
    let filter = EnvFilter::try_from_env("COUNTERSIGN_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() { log.init() } else { log.json().init() }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone, which is a stop as well.
    while !*stopped.borrow_and_update() {
        if stopped.changed().await.is_err() {
            return;
        }
    }
}

async fn interrupted() {
    let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated.recv() => {}
    }
}
