"""One child's answer in sentences, under the policy of an audience."""
