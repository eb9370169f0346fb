//! `doctor`: is everything here, and does it work?

use std::process::ExitCode;

use anyhow::Result;
use countersign_inference::programs::find;
use countersign_media::{Attempt, Probe, Room, sandbox_report};

use crate::args::{ConfigArgument, EXIT_FAILED};
use crate::config::Config;

/// Checks every part and says what to do about what is wrong.
pub async fn run(arguments: ConfigArgument) -> Result<ExitCode> {
    let mut fine = true;
    let mut tell = |part: &str, found: Result<String, String>| match found {
        Ok(text) => println!("ok    {part:<12} {text}"),
        Err(text) => {
            fine = false;
            println!("FAIL  {part:<12} {text}");
        }
    };
    let config = match Config::read(arguments.config.as_deref()) {
        Ok(config) => config,
        Err(error) => {
            tell("config", Err(format!("{error:#}")));
            return Ok(ExitCode::from(EXIT_FAILED));
        }
    };
    let sandbox = sandbox_report();
    let landlock = format!("ABI {}", sandbox.landlock_abi);
    tell(
        "landlock",
        if sandbox.landlock_abi > 0 {
            Ok(landlock)
        } else {
            Err("the kernel has none: Linux 5.13 or newer is needed".into())
        },
    );
    tell("seccomp", if sandbox.seccomp { Ok("available".into()) } else { Err("the kernel has none".into()) });
    tell("confinement", confinement(&config));
    let ffmpeg = sandbox.ffmpeg.map(|tool| format!("{} {}", tool.path.display(), tool.version));
    tell("ffmpeg", ffmpeg.ok_or("not found: apt-get install ffmpeg".into()));
    let hearing = find("pocketsphinx_batch").map(|path| path.display().to_string());
    tell("pocketsphinx_batch", hearing.ok_or("not found: apt-get install pocketsphinx".into()));
    tell("models", config.toolbox().map(|_| "loaded and verified".into()).map_err(|error| format!("{error:#}")));
    tell(
        "policies",
        Config::policies()
            .map(|book| book.names().collect::<Vec<_>>().join(", "))
            .map_err(|error| format!("{error:#}")),
    );
    let store = match config.store().await {
        Ok(store) => store.healthy().await.map(|()| store.backend().to_owned()).map_err(|error| error.to_string()),
        Err(error) => Err(format!("{error:#}")),
    };
    tell("database", store);
    let blobs = match config.blobs() {
        Ok(blobs) => {
            blobs.healthy().await.map(|()| "readable and writable".to_owned()).map_err(|error| error.to_string())
        }
        Err(error) => Err(format!("{error:#}")),
    };
    tell("blobs", blobs);
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::from(EXIT_FAILED) })
}

/// Tries everything the decoder's children must not be able to do.
fn confinement(config: &Config) -> Result<String, String> {
    let decoder = config.decoder().map_err(|error| format!("{error:#}"))?;
    for room in [Room::Pixels, Room::Tool] {
        for attempt in Attempt::FORBIDDEN {
            match decoder.probe(room, attempt) {
                Ok(Probe::Open) => return Err(format!("the decoder is not confined: {attempt:?} is possible")),
                Ok(_) => {}
                Err(error) => return Err(error.to_string()),
            }
        }
    }
    Ok("files, network and programs are out of the decoder's reach".into())
}
