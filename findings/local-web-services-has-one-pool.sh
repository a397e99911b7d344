#!/bin/sh
# local-web-services 0.24.0: CreateUserPool returns the same pool every time, so two applications share one; a deleted pool is still shown.
#
# Tests that each create a pool of their own, as they should, run on one pool: what one test changes or deletes, the other meets. No error
# says so. Its Cognito service is started alone here, as `ldk dev` sets it up for a project without pools of its own.
#
# Output:
#   the two pools are one: True
#   the first pool's name after the second was created: second
#   after the second was deleted, DescribeUserPool still shows us-east-1_default, without a name
. "$(dirname "$0")/lib.sh"
install_pip local-web-services==0.24.0
cat >try.py <<'PY'
import asyncio
import json
import pathlib

import httpx
from lws.providers.cognito.provider import CognitoProvider
from lws.providers.cognito.routes import create_cognito_app
from lws.providers.cognito.user_store import UserPoolConfig


async def main():
    config = UserPoolConfig(user_pool_id="us-east-1_default", user_pool_name="default")
    provider = CognitoProvider(data_dir=pathlib.Path.cwd(), config=config)
    await provider.start()
    transport = httpx.ASGITransport(app=create_cognito_app(provider))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:

        async def send(operation, **body):
            headers = {
                "content-type": "application/x-amz-json-1.1",
                "x-amz-target": f"AWSCognitoIdentityProviderService.{operation}",
            }
            answer = await client.post("/", headers=headers, content=json.dumps(body))
            return answer.json()

        first = (await send("CreateUserPool", PoolName="first"))["UserPool"]["Id"]
        second = (await send("CreateUserPool", PoolName="second"))["UserPool"]["Id"]
        print("the two pools are one:", first == second)
        shown = (await send("DescribeUserPool", UserPoolId=first))["UserPool"]
        print("the first pool's name after the second was created:", shown["Name"])
        await send("DeleteUserPool", UserPoolId=second)
        gone = await send("DescribeUserPool", UserPoolId=first)
        pool = gone.get("UserPool", {})
        name = pool.get("Name") or "without a name"
        print(f"after the second was deleted, DescribeUserPool still shows {pool.get('Id')}, {name}")
    await provider.stop()


asyncio.run(main())
PY
python/bin/python try.py 2>/dev/null | check
