"""Serves the Cognito service of local-web-services alone, as `ldk dev` sets it up for a project without pools."""

import asyncio
import pathlib
import sys

import uvicorn
from lws.providers.cognito.provider import CognitoProvider
from lws.providers.cognito.routes import create_cognito_app
from lws.providers.cognito.user_store import UserPoolConfig

config = UserPoolConfig(user_pool_id="us-east-1_default", user_pool_name="default")
provider = CognitoProvider(data_dir=pathlib.Path.cwd(), config=config)
asyncio.run(provider.start())
uvicorn.run(create_cognito_app(provider), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
